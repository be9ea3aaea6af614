//! Values that a template puts into each other, repeats and compares: refused before the stack or
//! the memory ends, and never where a template is written in earnest.

use super::{refused, told};
use crate::kit::Desk;

/// A value of a namespace that each of many rounds makes of the one before.
fn grown(first: &str, each: &str, then: &str) -> String {
    format!(
        "{{% set ns = namespace(l={first}) %}}{{% for i in range(90000) %}}{{% set ns.l = {each} %}}{{% endfor %}}{then}"
    )
}

#[test]
fn values_in_each_other_are_not_deeper_than_the_stack() {
    for (first, each) in [
        ("[]", "[ns.l]"),
        ("[]", "{\"a\": ns.l}"),
        ("[]", "dict(a=ns.l)"),
        ("[]", "ns.l, 1"),
        ("[]", "(ns.l,)"),
        ("[]", "\"%}\" and [ns.l]"),
        ("[1]", "[ns.l] * 1"),
        ("[1]", "ns.l|default(0) * 1"),
        ("[1]", "ns.l|batch(1)"),
        ("[[1]]", "ns.l|map(\"list\")|list|slice(1)"),
        ("[{\"a\": 1}]", "[{\"a\": 1, \"l\": ns.l}]|groupby(\"a\")"),
        ("{\"a\": 1}", "{\"a\": ns.l|items}"),
    ] {
        refused(&grown(first, each, "{{ ns.l|pprint }}"), "NSK0602");
    }
    // These are as flat as before.
    for each in ["ns.l|reverse", "ns.l[0:]", "ns.l[0:][0:]"] {
        let body = grown("[1]", each, "{{ ns.l|length }}");
        assert_eq!(built(&body), "");
    }
}

#[test]
fn nothing_is_put_into_itself() {
    for each in ["ns", "[ns]", "{\"b\": ns}", "dict(b=ns)", "ns|default(1)", "[ns]|list"]
    {
        let body = format!(
            "{{% set ns = namespace(a=1) %}}{{% set ns.a = {each} %}}{{{{ ns|pprint }}}}"
        );
        refused(&body, "NSK0602");
    }
    refused(
        &grown("1", "f", "").replace(
            "{% set ns.l",
            "{% set f = ns.l %}{% macro f() %}{{ ns }}{% endmacro %}{% set ns.l",
        ),
        "NSK0602",
    );
    refused(
        "{% set ns = namespace(l=1) %}{% for i in range(90000) %}{% set ns.l = loop %}{% endfor %}",
        "NSK0602",
    );
}

#[test]
fn what_is_doubled_or_printed_is_bounded() {
    let text = "{% set s = \"y\" * 60000 %}";
    for body in [
        grown("[1]", "ns.l + ns.l", "{{ ns.l|length }}"),
        grown("[1]", "ns.l + (ns.l if 1 is odd else [])", "{{ ns.l|length }}"),
        grown("[1]", "[ns.l, ns.l]", "{{ ns.l|pprint }}"),
        grown("[1]", "{\"a\": ns.l, \"b\": ns.l}", "{{ ns.l == 1 }}"),
        grown("[1]", "ns.l|chain([1])", "{{ ns.l|length }}"),
        format!("{text}{{{{ ([s] * 90000)|pprint }}}}"),
        format!("{text}{{{{ ([[s]] * 90000)|join }}}}"),
        format!("{text}{{{{ ([{{\"a\": s}}] * 90000)|join(\"\", attribute=\"a\") }}}}"),
        format!("{text}{{{{ ([s] * 90000) ~ \"x\" }}}}"),
        format!("{text}{{{{ (\"%(a)s\" * 90000)|format(a=s) }}}}"),
        "{{ (\"a\\n\" * 90000)|indent(width=90000) }}".to_owned(),
        "{{ ((\"a,\" * 9000000)|split(\",\"))|length }}".to_owned(),
        "{{ ((\"a\" * 30000000)|list)|length }}".to_owned(),
    ] {
        refused(&body, "NSK0605");
    }
}

#[test]
fn what_is_looked_through_is_bounded() {
    let lists = "{% set l = range(90000)|batch(90000)|list %}{% set m = range(90000)|batch(90000)|list %}{% set s = \"y\" * 900000 %}{% set t = \"y\" * 900000 %}";
    for look in
        ["l == m", "l[0] in m", "l == m == l", "[l] < [m]", "l is eq(m)", "s == t"]
    {
        let body = format!(
            "{lists}{{% for i in range(90000) %}}{{% if {look} %}}{{% endif %}}{{% endfor %}}"
        );
        refused(&body, "NSK0605");
    }
}

/// What a template says that is made: nothing.
#[track_caller]
fn built(body: &str) -> String {
    let desk = Desk::with_example("kutai-timur");
    let manifest =
        "judul = \"Uji\"\nketerangan = \"Uji\"\nbentuk = \"surat\"\nper = \"satu\"\n";
    desk.write("kerja/templates/uji/template.toml", manifest);
    desk.write("kerja/templates/uji/isi.md", &format!("isi {body}"));
    let told = desk.run(&["build", "kerja", "uji"]).code(0).stderr();
    told.lines().filter(|line| line.contains("NSK")).collect()
}

#[test]
fn what_is_written_in_earnest_is_made() {
    for body in [
        "{% set l = range(2000)|list %}{% for i in range(2000) %}{% if l|length > 5000 or i not in l %}x{% endif %}{% endfor %}",
        "{% set ns = namespace(l=[]) %}{% for i in range(2000) %}{% set ns.l = ns.l + [{\"a\": i % 50, \"b\": i}] %}{% endfor %}{% for i in range(200) %}{% set x = ns.l|selectattr(\"a\", \"eq\", i)|list %}{% endfor %}{{ ns.l|length }}",
        "{% set l = range(2000)|list %}{% for i in range(200) %}{% set x = l|sort|join(\", \") %}{% endfor %}",
        "{% for i in [0] * 3 %}{{ loop.index }}{% endfor %}{{ \"ab\" * 3 }}{{ 2 * 3 }}{{ \"a }} b\" }}",
        "{% for g in [{\"a\": 1}, {\"a\": 1}]|groupby(\"a\") %}{{ g.grouper }}{{ g.list|length }}{% endfor %}{% for a, b in [1]|zip([3]) %}{{ a }}{{ b }}{% endfor %}{% for k, v in {\"a\": 1}|items %}{{ k }}{{ v }}{% endfor %}{% set a, b = 1, 2 %}{{ a }}{{ b }}",
    ] {
        assert_eq!(built(body), "", "{body}");
    }
}

/// More brackets than the reader of the engine takes with the guards in them.
#[test]
fn what_cannot_be_guarded_is_not_filled() {
    let body = format!("{{{{ {}1{} }}}}", "[".repeat(60), "]".repeat(60));
    assert!(told(&body).contains("NSK0630"), "{}", told(&body));
}

/// An archived PDF holds no more of a heading or of the words of a link.
#[test]
fn a_heading_that_no_pdf_holds_is_told_at_its_place() {
    let links = "[kata](https://a.id/) ".repeat(4_000);
    for body in [
        format!("isi\n\n# {links}"),
        format!("# {}", "kata ".repeat(4_000)),
        format!("isi\n\n[kata](https://a.id/{})", "a".repeat(40_000)),
    ] {
        let told = told(&body);
        assert!(told.contains("NSK0709") && !told.contains("NSK0901"), "{told}");
        assert!(told.contains("--> templates/uji/isi.md:"), "{told}");
        assert!(!told.contains("template.toml"), "{told}");
    }
}
