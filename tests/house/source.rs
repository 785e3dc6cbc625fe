//! Reading the repository.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A text file of the repository.
pub struct Source {
    /// Its path from the root of the repository.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl Source {
    /// What a twin test plants.
    pub fn planted(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The tokens of a Rust file.
    pub fn tokens(&self) -> Vec<TokenTree> {
        match self.text.parse::<TokenStream>() {
            Ok(stream) => stream.into_iter().collect(),
            Err(error) => panic!("{} is not Rust: {error}", self.path),
        }
    }

    /// Where `token` stands, as `path:line`.
    pub fn place(&self, token: &TokenTree) -> String {
        format!("{}:{}", self.path, token.span().start().line)
    }

    /// A fault for each line that holds one of `words`.
    pub fn lines_with(&self, words: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        for (number, line) in (1..).zip(self.text.lines()) {
            for word in words.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{}:{number}: {word}", self.path));
            }
        }
        faults
    }
}

/// Every file below `folder` whose name ends in one of `endings`.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter(|path| {
            endings
                .iter()
                .any(|ending| path.to_string_lossy().ends_with(ending))
        })
        .map(|path| Source {
            text: fs::read_to_string(&path).expect("sources are UTF-8"),
            path: path
                .strip_prefix(root)
                .expect("what lies in the repository begins with its path")
                .to_string_lossy()
                .into_owned(),
        })
        .collect()
}

/// Fails with every fault, one a line.
pub fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Calls `see` with every sequence of tokens, from the outermost to the innermost group.
pub fn each_level(tokens: &[TokenTree], see: &mut impl FnMut(&[TokenTree])) {
    see(tokens);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            each_level(&inside, see);
        }
    }
}

/// Whether `token` is the identifier or the punctuation `text`.
pub fn is(token: Option<&TokenTree>, text: &str) -> bool {
    match token {
        Some(TokenTree::Ident(ident)) => ident == text,
        Some(TokenTree::Punct(punct)) => text.len() == 1 && text.starts_with(punct.as_char()),
        _ => false,
    }
}

/// What stands in `token`, if it is a group in `delimiter`.
pub fn inside(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<Vec<TokenTree>> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
            Some(group.stream().into_iter().collect())
        }
        _ => None,
    }
}

fn collect(path: &Path, paths: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder can be listed") {
            let entry = entry.expect("a folder can be listed");
            collect(&entry.path(), paths);
        }
    } else if path.is_file() {
        paths.push(path.to_owned());
    }
}
