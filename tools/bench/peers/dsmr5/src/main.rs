//! crates.io's dsmr5 as a contestant of `npm run bench`: its state, with every number that it knows, out of the bytes.

use dsmr5::state::State;
use std::io::{BufRead, Write};

fn read(bytes: &[u8]) -> Option<State> {
    let stream = bytes.iter().map(|byte| Ok::<u8, ()>(*byte));
    let readout = dsmr5::Reader::new(stream).next()?.ok()?;
    let telegram = readout.to_telegram().ok()?;
    State::try_from(&telegram).ok()
}

fn show(code: &str, value: Option<f64>) {
    if let Some(value) = value {
        println!("number\t{code}\t{value}");
    }
}

fn main() {
    let file = std::env::args().nth(1).expect("the telegram's file");
    let bytes = std::fs::read(file).expect("the telegram");
    let state = read(&bytes);
    if let Some(state) = &state {
        for (i, reading) in state.meterreadings.iter().enumerate() {
            show(&format!("1-0:1.8.{}", i + 1), reading.to);
            show(&format!("1-0:2.8.{}", i + 1), reading.by);
        }
        show("1-0:1.7.0", state.power_delivered);
        show("1-0:2.7.0", state.power_received);
        show("0-0:96.7.21", state.power_failures.map(|n| n as f64));
        show("0-0:96.7.9", state.long_power_failures.map(|n| n as f64));
        for (i, line) in state.lines.iter().enumerate() {
            show(&format!("1-0:{}.32.0", 32 + 20 * i), line.voltage_sags.map(|n| n as f64));
            show(&format!("1-0:{}.36.0", 32 + 20 * i), line.voltage_swells.map(|n| n as f64));
            show(&format!("1-0:{}.7.0", 32 + 20 * i), line.voltage);
            show(&format!("1-0:{}.7.0", 31 + 20 * i), line.current.map(|n| n as f64));
            show(&format!("1-0:{}.7.0", 21 + 20 * i), line.active_power_plus);
            show(&format!("1-0:{}.7.0", 22 + 20 * i), line.active_power_neg);
        }
        for (i, slave) in state.slaves.iter().enumerate() {
            show(&format!("0-{}:24.1.0", i + 1), slave.device_type.map(|n| n as f64));
            show(&format!("0-{}:24.2.1", i + 1), slave.meter_reading.as_ref().map(|(_, value)| *value));
        }
    }
    println!("end\t{}", if state.is_some() { "good" } else { "bad" });
    for line in std::io::stdin().lock().lines() {
        let times: u64 = line.expect("a line").trim().parse().expect("a number");
        let start = std::time::Instant::now();
        let mut good = 0;
        for _ in 0..times {
            good += u64::from(std::hint::black_box(read(std::hint::black_box(&bytes))).is_some());
        }
        println!("took\t{}\t{good}", start.elapsed().as_nanos());
        std::io::stdout().flush().expect("a reader");
    }
}
