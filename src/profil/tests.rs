use super::*;

#[test]
fn the_default_says_every_value() {
    let base = Lapisan::bawaan();
    let said: Vec<&str> = base.berlaku(&[]).iter().map(|v| v.kunci).collect();
    let all: Vec<&str> = KUNCI.iter().map(|k| k.nama).collect();
    assert_eq!(said, all);
    for value in base.berlaku(&[]) {
        assert!(value.sumber.is_some(), "{}: how sure?", value.kunci);
    }
}
