//! `kurultai completions` and `kurultai man`: made from the arguments themselves.

use clap::CommandFactory;

use super::arguments::{Arguments, CompletionsOptions, ManOptions};
use super::failure::{Failure, Status};
use super::output;

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
            let mut pages = Vec::new();
            for sub in command.get_subcommands() {
                let name = format!("{}-{}", env!("CARGO_PKG_NAME"), sub.get_name());
                pages
                    .push((format!("{name}.1").into(), page(sub.clone().name(name))?.into_bytes()));
            }
            pages.push(("kurultai.1".into(), page(command)?.into_bytes()));
            output::write_into(directory, &pages)?;
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
