//! The server and what protects it, with pages that do nothing else: over real sockets, with short
//! limits where one has to be reached.

mod client;
mod headers;
mod host;
mod limits;
mod logs;
mod origin;
mod stop;
mod toy;
