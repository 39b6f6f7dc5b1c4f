//! How long reading, aligning and checking take, how that grows, and how large the page is: Markdown
//! tables, and charts in `docs`.
//! `scripts/bench` builds everything in release and runs it.

mod growth;
mod sizes;
mod times;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{METHOD}\n");
    times::print();
    println!();
    sizes::print();
    println!();
    growth::draw()
}

const METHOD: &str = "\
Method: every layout of crates/sample prints the same 40 random reports, clean of noise. Each step runs
over the 40 in turn, in one thread, and the fastest of 15 rounds counts, divided by 40: a round that the
machine disturbed only gets slower. A MB is 1,000,000 bytes of what was read. Checking includes aligning.";
