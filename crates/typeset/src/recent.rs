//! What was used last.

/// At most so many values by key. What each page uses stays, whatever passes by once.
#[derive(Debug)]
pub(crate) struct Recent<K, V> {
    /// The last used is the last.
    kept: Vec<(K, V)>,
    most: usize,
}

impl<K, V: Clone> Recent<K, V> {
    /// Room for `most` values.
    pub(crate) fn new(most: usize) -> Self {
        Self { kept: Vec::new(), most }
    }

    /// The value whose key is `same`, made with its key if it is not here.
    pub(crate) fn get<E>(
        &mut self,
        same: impl Fn(&K) -> bool,
        make: impl FnOnce() -> Result<(K, V), E>,
    ) -> Result<V, E> {
        let found = self.kept.iter().position(|(key, _)| same(key));
        let entry = match found {
            Some(at) => self.kept.remove(at),
            None => make()?,
        };
        let value = entry.1.clone();
        if self.kept.len() == self.most {
            self.kept.remove(0);
        }
        self.kept.push(entry);
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_again_and_again_stays() {
        let mut recent = Recent::new(2);
        let mut made = Vec::new();
        for key in [1, 2, 1, 3, 1, 4, 1, 2] {
            let make = || {
                made.push(key);
                Ok::<_, ()>((key, key * 10))
            };
            assert_eq!(recent.get(|k| *k == key, make), Ok(key * 10));
        }
        assert_eq!(made, [1, 2, 3, 4, 2]);
        assert_eq!(recent.get(|k| *k == 7, || Err("no such")), Err("no such"));
        assert_eq!(recent.kept.len(), 2);
    }
}
