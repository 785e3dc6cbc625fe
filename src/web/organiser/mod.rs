//! The workspace.

mod editor;
