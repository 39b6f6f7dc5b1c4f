//! Prints how long it takes to find the repairs of one report, for families of hard reports.

use std::time::{Duration, Instant};

use fastrand::Rng;
use nianbao::repair::{Evidence, diagnose};

#[path = "../tests/repair/hard.rs"]
mod hard;
#[path = "../tests/repair/reports.rs"]
mod reports;

const REPORTS: usize = 3000;

const HEAD: &str = "\
# How long one report takes

Printed by `cargo run --release -p nianbao --example repair_speed` on two cores of a shared machine.

Method: 3000 random reports on the form of 2021 for each line; the slowest of them measured eight
times, the fastest of the eight counts. *Too many*: the search was given up and says so. *Most sets*:
the most repairs found for one part. As wasm built for size, in node, the slowest took 8 ms.

";

fn main() {
    print!("{HEAD}");
    println!("| reports | median µs | 99 of 100 µs | slowest µs | too many | most sets |");
    println!("|---|---|---|---|---|---|");
    for family in &hard::FAMILIES {
        let mut random = Rng::with_seed(7);
        let (mut times, mut too_many, mut most_sets) = (Vec::new(), 0, 0);
        for _ in 0..REPORTS {
            let report = family.report(&mut random);
            let run = || {
                let start = Instant::now();
                let diagnosis = diagnose(&report, &Evidence::default());
                (start.elapsed(), diagnosis)
            };
            let (first, diagnosis) = run();
            // Other programs take the processor away now and then: slow ones are measured again.
            let again = if first > Duration::from_micros(200) { 7 } else { 0 };
            times.push((0..again).map(|_| run().0).fold(first, Duration::min));
            too_many += usize::from(diagnosis.parts.iter().any(|part| part.too_many));
            most_sets = diagnosis.parts.iter().map(|part| part.sets.len()).fold(most_sets, usize::max);
        }
        times.sort_unstable();
        let micros = |place: usize| times.get(place).map_or(0, Duration::as_micros);
        println!(
            "| {} | {} | {} | {} | {too_many} | {most_sets} |",
            family.name,
            micros(REPORTS / 2),
            micros(REPORTS * 99 / 100),
            micros(REPORTS - 1)
        );
    }
}
