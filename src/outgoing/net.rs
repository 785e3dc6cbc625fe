use std::fmt::Debug;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{LookupIpStrategy, ResolveHosts};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::system_conf::read_system_conf;
use tokio::net::TcpStream;

use super::CannotStart;

/// What a name leads to.
pub type Resolved = Vec<IpAddr>;

type Soon<'a, T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send + 'a>>;

/// How names are resolved and connections made: a parameter, so that tests can have names lead anywhere and
/// see each connection.
pub trait Net: Debug + Send + Sync {
    /// Every address that `name` leads to now.
    fn resolve<'a>(&'a self, name: &'a str) -> Soon<'a, Resolved>;

    /// Connects to `address`.
    fn connect(&self, address: SocketAddr) -> Soon<'_, TcpStream> {
        Box::pin(TcpStream::connect(address))
    }
}

/// The Internet, by the system's name servers.
#[derive(Debug)]
pub struct Internet(TokioResolver);

impl Internet {
    /// Asks the name servers that the system asks.
    ///
    /// # Errors
    /// [`CannotStart::Resolver`].
    pub fn of_the_system() -> Result<Self, CannotStart> {
        let told = |error: &dyn std::fmt::Display| CannotStart::Resolver(error.to_string());
        let (config, mut options) = read_system_conf().map_err(|error| told(&error))?;
        options.ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
        // What the world sees, not what this machine was told about itself.
        options.use_hosts_file = ResolveHosts::Never;
        let mut builder =
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default());
        *builder.options_mut() = options;
        Ok(Self(builder.build().map_err(|error| told(&error))?))
    }
}

impl Net for Internet {
    fn resolve<'a>(&'a self, name: &'a str) -> Soon<'a, Resolved> {
        Box::pin(async move {
            // The dot at the end keeps the system's search domains out.
            let found = self.0.lookup_ip(format!("{name}.")).await;
            Ok(found.map_err(io::Error::other)?.iter().collect())
        })
    }
}
