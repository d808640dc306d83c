//! `kurultai completions` and `kurultai man`: made from the arguments themselves.

use std::path::PathBuf;

use clap::CommandFactory;

use super::arguments::{Arguments, CompletionsOptions, ManOptions};
use super::failure::{Failure, Status};
use super::output::{self, probe_directory, write_files};

pub(super) fn completions(options: &CompletionsOptions) -> Result<Status, Failure> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    clap_complete::generate(options.shell, &mut command, env!("CARGO_PKG_NAME"), &mut script);
    output::write_standard_output(&String::from_utf8_lossy(&script), "never")?;
    Ok(Status::Done)
}

pub(super) fn man(options: &ManOptions) -> Result<Status, Failure> {
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    match &options.directory {
        None => output::write_standard_output(&page(command)?, "never")?,
        Some(directory) => {
            probe_directory(directory)?;
            let cannot = |error: std::io::Error| Failure::new(Status::File, error);
            std::fs::create_dir_all(directory).map_err(cannot)?;
            let mut pages: Vec<(PathBuf, String)> = Vec::new();
            for sub in command.get_subcommands() {
                let name = format!("{}-{}", env!("CARGO_PKG_NAME"), sub.get_name());
                let path = directory.join(format!("{name}.1"));
                pages.push((path, page(sub.clone().name(name))?));
            }
            pages.push((directory.join("kurultai.1"), page(command)?));
            write_files(&pages)?;
        }
    }
    Ok(Status::Done)
}

fn page(command: clap::Command) -> Result<String, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(|error| Failure::new(Status::File, error))?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
