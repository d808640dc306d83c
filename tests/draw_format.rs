//! The first draws of every model and digests of whole chunks: these values never change.
//!
//! `docs/draw-format.md` is the format; the digests were computed by `docs/draw_format.py`, a second
//! implementation written from that page.
//!
//! A change here is value-breaking: every published number of every user changes with it.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::Simulation;
use kurultai::simulation::kernel::{self, BLOCK, CHUNK, Factor, Level, Sampler, Votes};
use kurultai::uncertainty::{
    Center, Component, Concentration, Correlations, Dirichlet, DirichletKappa, Drift, HouseError,
    LogisticNormal, LogisticT, Mixture, Model, Undecided,
};

/// Votes of the seven lists and against all in draws 0, 1, 8 and 4,096 of seed 1: two lanes of one row,
/// the second row, the second chunk.
fn votes(model: Model) -> [Vec<u64>; 4] {
    let scenario = Scenario { model, ..Scenario::load(DEFAULT, None).unwrap() };
    let simulation = Simulation::new(&scenario).unwrap();
    [0, 1, 8, 4_096].map(|draw| {
        let ballots = simulation.replay(1, draw).ballots;
        ballots.parties.into_iter().chain([ballots.against_all]).collect()
    })
}

#[test]
fn logistic_normal() {
    let found = votes(Model::LogisticNormal(LogisticNormal::new(1_000.0, 0.15).unwrap()));
    assert_eq!(
        found,
        [
            vec![3_696_602, 521_909, 462_129, 498_366, 553_058, 203_444, 111_286, 319_648],
            vec![3_532_286, 575_475, 698_935, 485_483, 409_499, 309_257, 145_657, 209_849],
            vec![3_524_299, 615_253, 553_686, 565_927, 378_220, 290_453, 149_495, 289_109],
            vec![3_228_580, 693_622, 534_818, 627_929, 462_221, 363_098, 226_270, 229_902],
        ]
    );
}

#[test]
fn dirichlet_of_a_poll() {
    let poll = Concentration::Poll { sample_size: 1_000.0, design_effect: 1.0, prior: 0.5 };
    let found = votes(Model::Dirichlet(Dirichlet::new(poll).unwrap()));
    assert_eq!(
        found,
        [
            vec![3_545_184, 606_464, 507_064, 525_468, 515_390, 240_561, 120_750, 305_560],
            vec![3_455_294, 635_161, 638_135, 513_460, 425_845, 323_031, 150_533, 224_983],
            vec![3_478_781, 651_935, 552_531, 554_538, 398_147, 303_221, 149_562, 277_727],
            vec![3_338_131, 685_642, 533_578, 580_229, 445_777, 348_293, 202_686, 232_106],
        ]
    );
}

#[test]
fn dirichlet_of_small_alphas() {
    // Below 1 the gamma variables take another road.
    let found = votes(Model::Dirichlet(Dirichlet::new(Concentration::Uniform(0.5)).unwrap()));
    assert_eq!(
        found,
        [
            vec![1_493_941, 14_819, 286_749, 4_549, 2_561_102, 56_072, 80_320, 1_868_889],
            vec![1_624_168, 36_198, 1_491_645, 816_027, 663_530, 202_021, 1_514_619, 18_233],
            vec![825_752, 355_064, 875_411, 992_220, 296_065, 772, 225_346, 2_795_811],
            vec![2_180_661, 300_457, 351_707, 1_252_934, 121_211, 241_687, 42_051, 1_875_734],
        ]
    );
}

/// The parts that only the program's own models have: a concentration, everything of the logistic-normal
/// model, a mean centre.
#[test]
fn richer_models() {
    let kappa = Model::DirichletKappa(DirichletKappa::of_deviation(0.02, 0.5).unwrap());
    let correlations = Correlations::default().with_bloc(&[0, 1], -0.4).unwrap();
    let full = LogisticNormal::new(1_200.0, 0.15).unwrap();
    let full = full.with_house(HouseError { error: 0.1, pollsters: 3 }).unwrap();
    let full = full.with_drift(Drift { days: 20.0, per_day: 0.02 }).unwrap();
    let full = full.with_correlations(correlations);
    let t = LogisticT::new(full.clone(), 10.0).unwrap();
    let mean = full.clone().centred(Center::Mean);
    let models =
        [kappa, Model::LogisticNormal(full), Model::LogisticT(t), Model::LogisticNormal(mean)];
    let firsts = models.map(|model| votes(model)[0].clone());
    assert_eq!(
        firsts,
        [
            vec![3_586_964, 582_725, 494_411, 520_535, 536_074, 216_759, 110_793, 318_179],
            vec![3_745_769, 486_888, 450_141, 491_636, 565_758, 193_346, 109_526, 323_376],
            vec![3_056_756, 731_409, 594_674, 790_614, 319_575, 310_165, 224_798, 338_449],
            vec![3_779_394, 479_840, 445_943, 486_574, 559_673, 190_600, 106_578, 317_839],
        ]
    );
}

#[test]
fn point() {
    let counted = vec![3_431_510, 693_938, 547_154, 535_139, 432_920, 331_058, 146_431, 248_291];
    assert_eq!(votes(Model::Point), [(); 4].map(|()| counted.clone()));
}

/// Seed 2026, chunk 3, eight million votes.
fn check(model: &kernel::Model, first: &[u64], digest: u64) {
    let mut votes = Votes::new(model.options(), CHUNK / BLOCK);
    Sampler::new(model, 8_000_000, 2026, 3).unwrap().fill(Level::best(), &mut votes);
    check_votes(&votes, first, digest);
}

fn check_votes(votes: &Votes, first: &[u64], digest: u64) {
    assert_eq!(votes.draw(0).collect::<Vec<_>>(), first);
    let value = (0..CHUNK).flat_map(|draw| votes.draw(draw)).fold(0_u64, |value, votes| {
        value
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(votes)
            .wrapping_add(1_442_695_040_888_963_407)
    });
    assert_eq!(value, digest);
}

#[test]
fn a_whole_chunk_of_dirichlet() {
    let model = kernel::Model::dirichlet(&[539.0, 109.0, 85.9, 52.0, 23.0, 4.0, 1.0]).unwrap();
    let first = [5_365_899, 1_066_168, 914_023, 390_280, 222_262, 32_362, 9_006];
    check(&model, &first, 7_675_086_859_917_194_728);
}

#[test]
fn a_whole_chunk_of_small_alphas() {
    let model = kernel::Model::dirichlet(&[0.05, 0.5, 1.0, 30.0]).unwrap();
    check(&model, &[5_836, 205_167, 704_630, 7_084_367], 10_261_279_494_329_673_072);
}

#[test]
fn a_whole_chunk_of_normal_errors() {
    let model = kernel::Model::clipped(&[0.5, 0.3, 0.15, 0.05], &[0.1, 0.2, 0.1, 0.05]).unwrap();
    check(&model, &[3_925_610, 2_402_370, 1_672_020, 0], 5_500_595_291_234_108_044);
}

#[test]
fn a_whole_chunk_of_past_errors() {
    let errors = [vec![0.1, -0.2, 0.0], vec![0.0, 0.3, -0.1], vec![0.0; 3]];
    let model = kernel::Model::empirical(&[0.5, 0.3, 0.2], &errors).unwrap();
    check(&model, &[4_000_000, 2_400_000, 1_600_000], 7_453_735_464_739_778_304);
}

#[test]
fn a_whole_chunk_of_counts() {
    let model = kernel::Model::multinomial(&[0.5, 0.3, 0.15, 0.045, 0.005], 1_000).unwrap();
    let first = [3_976_000, 2_400_000, 1_264_000, 336_000, 24_000];
    check(&model, &first, 3_248_730_585_188_678_144);
}

#[test]
fn a_whole_chunk_of_a_mixture() {
    let alphas = vec![539.0, 109.0, 85.9, 52.0, 23.0, 4.0, 1.0];
    let component = |weight, model, shares| Component { weight, model, name: None, shares };
    let fixed = [5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0].map(|weight| weight / 11.0);
    let parts = vec![
        component(
            3.0,
            Model::Dirichlet(Dirichlet::new(Concentration::Each(alphas)).unwrap()),
            None,
        ),
        component(1.0, Model::Point, Some(fixed.to_vec())),
    ];
    let mut scenario = Scenario::load(DEFAULT, None).unwrap();
    scenario.model = Model::Mixture(Mixture::new(parts).unwrap());
    scenario.ballots.parties =
        vec![2_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000];
    scenario.ballots.against_all = 0;
    let votes = Simulation::new(&scenario).unwrap().votes_of_chunk(2026, 3);
    let first = [5_268_932, 1_043_583, 1_000_737, 451_571, 187_832, 30_486, 16_860];
    check_votes(&votes, &first, 14_946_684_485_217_562_291);
}

/// Section 9: the undecided are split by the generators of part 1,000, and by no other; the rest is drawn around
/// the shares of the decided.
#[test]
fn a_whole_chunk_with_undecided() {
    let alphas = vec![2.0, 1.0, 1.0, 3.0, 0.5, 1.0, 1.0, 0.5];
    let (share, sum) = (0.2, 10.0);
    let mut scenario = Scenario::load(DEFAULT, None).unwrap();
    scenario.model = Model::LogisticNormal(LogisticNormal::new(1_000.0, 0.15).unwrap());
    scenario.undecided = Some(Undecided::new(share, alphas.clone()).unwrap());
    let found = Simulation::new(&scenario).unwrap().votes_of_chunk(7, 2);

    // T = 6,366,441, of which U = ⌊0.2·T + 0.5⌋ = 1,273,288 are undecided.
    let counted =
        [3_431_510.0, 693_938.0, 547_154.0, 535_139.0, 432_920.0, 331_058.0, 146_431.0, 248_291.0];
    let decided: Vec<f64> = (counted.iter().zip(&alphas))
        .map(|(votes, alpha)| {
            ((votes / 6_366_441.0 - share * (alpha / sum)) / (1.0 - share)).max(0.0)
        })
        .collect();
    let errors: Vec<f64> = decided
        .iter()
        .map(|&share| (1.0 / (1_000.0 * share).max(1.0) + 0.15_f64 * 0.15).sqrt())
        .collect();
    let model = kernel::Model::logistic(&decided, Factor::Diagonal(errors), None).unwrap();
    let split = kernel::Model::dirichlet(&alphas).unwrap();
    let mut own = Votes::new(8, CHUNK / BLOCK);
    Sampler::new(&model, 6_366_441 - 1_273_288, 7, 2).unwrap().fill(Level::best(), &mut own);
    let mut theirs = Votes::new(8, CHUNK / BLOCK);
    let mut sampler = Sampler::of_part(&split, 1_273_288, 7, 2, 1_000).unwrap();
    sampler.fill(Level::best(), &mut theirs);
    for draw in 0..CHUNK {
        let both: Vec<u64> =
            own.draw(draw).zip(theirs.draw(draw)).map(|(own, theirs)| own + theirs).collect();
        assert_eq!(found.draw(draw).collect::<Vec<_>>(), both, "draw {draw}");
    }
}

#[test]
fn a_whole_chunk_of_logistic_t() {
    let matrix = vec![vec![0.3], vec![0.1, 0.2], vec![-0.1, 0.05, 0.4]];
    let model =
        kernel::Model::logistic(&[0.5, 0.3, 0.2], Factor::Triangular(matrix), Some(1.5)).unwrap();
    check(&model, &[4_161_345, 2_707_388, 1_131_267], 12_325_081_917_304_191_090);
}
