//! Every filter and operator reads a text as the data does.

use minijinja::{Environment, Value, context};

use super::{filters, rewritten};

/// What a template prints of a text, or `x` where it is refused.
fn printed(text: &str, tag: &str) -> String {
    let mut environment = Environment::new();
    filters::register(&mut environment);
    let compiled = rewritten::rewritten(tag, &[]).0;
    let said = environment.render_str(&compiled, context! { x => Value::from(text) });
    said.unwrap_or_else(|_| "x".to_owned())
}

#[test]
fn texts_of_people() {
    let table = include_str!("../../../bahasa/bilangan.txt");
    for line in table.lines().filter(|line| line.starts_with('[')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let text = &columns[0][1..columns[0].len() - 1];
        let own = |column: &str, print: &dyn Fn(f64) -> String| {
            if column == "x" { "x".to_owned() } else { print(value(column)) }
        };
        let plain = |n: f64| n.to_string().replace('.', ",");
        // What only money may be written with is read as money.
        let money = columns[1] == "x";
        let read = if money { columns[2] } else { columns[1] };
        let number = own(read, &plain);
        for tag in
            ["{{ x | angka }}", "{{ x | abs | angka }}", "{{ x | round(6) | angka }}"]
        {
            let right = if tag.contains("abs") {
                number.replace('-', "")
            } else {
                number.clone()
            };
            assert_eq!(printed(text, tag).replace('.', ""), right, "{tag} of {text}");
        }
        let whole = own(read, &|n| n.trunc().to_string());
        assert_eq!(printed(text, "{{ x | int }}"), whole, "int of {text}");
        let float = printed(text, "{{ x | float * 2 }}");
        let right = own(read, &|n| (n * 2.0).to_string());
        assert_eq!(float.trim_end_matches(".0"), right, "float of {text}");
        let amount =
            printed(text, "{{ x | rupiah(sen=true) }}").replace(['.', 'R', 'p'], "");
        let right = own(columns[2], &|n| format!("{n:.2}").replace('.', ","));
        assert_eq!(amount, right, "rupiah of {text}");
        // Signs and percentages are no counts, but words have both.
        if !read.starts_with('-') {
            let words = printed(text, "{{ x | terbilang }}") == "x";
            let right = if money { read.contains(['x', '/']) } else { columns[3] == "x" };
            assert_eq!(words, right, "terbilang of {text}");
        }
    }
}

/// "25/2" as it is calculated with.
fn value(text: &str) -> f64 {
    let (n, under) = text.split_once('/').unwrap_or((text, "1"));
    n.parse::<f64>().unwrap() / under.parse::<f64>().unwrap()
}

#[test]
fn a_text_is_no_list_and_a_minus_before_it_counts() {
    for (tag, said) in [
        ("{{ x | sum }}", "x"),
        ("{{ x | min }}", "x"),
        ("{{ x | round }}", "1251"),
        ("{{ x | round(1) }}", "1.250,8"),
        ("{{ x | abs }}", "1.250,75"),
    ] {
        assert_eq!(printed("1.250,75", tag), said, "{tag}");
    }
}
