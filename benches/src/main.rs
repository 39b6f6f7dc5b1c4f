//! How long reading, aligning and checking take, and how large the page is: Markdown tables.
//! `scripts/bench` builds everything in release and runs it.

mod sizes;
mod times;

fn main() {
    println!("{METHOD}\n");
    times::print();
    println!();
    sizes::print();
}

const METHOD: &str = "\
Method: every layout of crates/sample prints the same 40 random reports, clean of noise. Each step runs
over the 40 in turn, in one thread, and the fastest of 15 rounds counts, divided by 40: a round that the
machine disturbed only gets slower. A MB is 1,000,000 bytes of what was read. Checking includes aligning.";
