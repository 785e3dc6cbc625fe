//! Questions to the domain name system.

use std::net::IpAddr;
#[cfg(test)]
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;
use hickory_resolver::TokioResolver;
#[cfg(test)]
use hickory_resolver::config::{ConnectionConfig, NameServerConfig};
use hickory_resolver::config::{ResolveHosts, ResolverConfig, ResolverOpts};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};
use tokio::time::timeout;

/// How long one question may take in all; a report that nobody waits for helps nobody.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long one try of it takes.
const TRY: Duration = Duration::from_millis(1_800);

/// Name servers to ask.
pub(super) struct Dns {
    resolver: TokioResolver,
}

/// Why there are no records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Missing {
    /// Neither the name exists nor any below it (NXDOMAIN, RFC 8020).
    Name,
    /// The name exists, or one below it does, without a record of this kind.
    Record,
    /// Nobody answered, or only that they cannot.
    Answer(String),
}

pub(super) type Answer<T> = Result<Vec<T>, Missing>;

impl Dns {
    /// Asks the name servers that the system asks.
    pub(super) fn of_the_system() -> anyhow::Result<Self> {
        let (config, options) =
            hickory_resolver::system_conf::read_system_conf().context("the system's resolver")?;
        Self::with(config, options)
    }

    /// Asks the name server at `address`, by UDP.
    #[cfg(test)]
    pub(super) fn at(address: SocketAddr) -> anyhow::Result<Self> {
        let mut connection = ConnectionConfig::udp();
        connection.port = address.port();
        let server = NameServerConfig::new(address.ip(), true, vec![connection]);
        let config = ResolverConfig::from_name_servers(vec![server]);
        Self::with(config, ResolverOpts::default())
    }

    fn with(config: ResolverConfig, mut options: ResolverOpts) -> anyhow::Result<Self> {
        options.timeout = TRY;
        options.attempts = 2;
        // What the world sees, not what this machine was told about itself.
        options.use_hosts_file = ResolveHosts::Never;
        let mut builder =
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default());
        *builder.options_mut() = options;
        let resolver = builder.build().context("the resolver")?;
        Ok(Self { resolver })
    }

    /// The texts at `name`, each with its strings joined (RFC 7208 section 3.3).
    pub(super) async fn texts(&self, name: &str) -> Answer<String> {
        self.ask(name, RecordType::TXT, |data| match data {
            RData::TXT(text) => {
                let octets: Vec<u8> = text.txt_data.iter().flatten().copied().collect();
                Some(String::from_utf8_lossy(&octets).into_owned())
            }
            _ => None,
        })
        .await
    }

    /// The hosts that take mail for `name`, in no order; `.` says that none does (RFC 7505).
    pub(super) async fn mail_hosts(&self, name: &str) -> Answer<String> {
        self.ask(name, RecordType::MX, |data| match data {
            RData::MX(mx) => Some(undotted(&mx.exchange.to_ascii())),
            _ => None,
        })
        .await
    }

    /// The addresses of a host, or the one that it is.
    pub(super) async fn addresses(&self, host: &str) -> Answer<IpAddr> {
        if let Ok(address) = host.parse() {
            return Ok(vec![address]);
        }
        let of = |data: &RData| match data {
            RData::A(address) => Some(IpAddr::V4(address.0)),
            RData::AAAA(address) => Some(IpAddr::V6(address.0)),
            _ => None,
        };
        let (four, six) = tokio::join!(
            self.ask(host, RecordType::A, of),
            self.ask(host, RecordType::AAAA, of)
        );
        match (four, six) {
            (Ok(mut four), Ok(six)) => {
                four.extend(six);
                Ok(four)
            }
            (Ok(some), Err(_)) | (Err(_), Ok(some)) => Ok(some),
            (Err(silent @ Missing::Answer(_)), _) | (_, Err(silent @ Missing::Answer(_))) => {
                Err(silent)
            }
            (Err(missing), Err(_)) => Err(missing),
        }
    }

    /// What an address is called.
    pub(super) async fn names(&self, address: IpAddr) -> Answer<String> {
        let name = hickory_resolver::proto::rr::Name::from(address).to_ascii();
        self.ask(&name, RecordType::PTR, |data| match data {
            RData::PTR(name) => Some(undotted(&name.to_ascii())),
            _ => None,
        })
        .await
    }

    async fn ask<T>(
        &self,
        name: &str,
        kind: RecordType,
        of: impl Fn(&RData) -> Option<T>,
    ) -> Answer<T> {
        // The dot at the end keeps the system's search domains out.
        let question = format!("{}.", name.trim_end_matches('.'));
        let answered = timeout(PATIENCE, self.resolver.lookup(question.as_str(), kind)).await;
        let lookup = match answered {
            Ok(Ok(lookup)) => lookup,
            Ok(Err(error)) => return Err(missing(&error)),
            Err(_) => return Err(Missing::Answer("no answer in time".to_owned())),
        };
        let found: Vec<T> = lookup
            .answers()
            .iter()
            .filter_map(|record| of(&record.data))
            .collect();
        if found.is_empty() {
            Err(Missing::Record)
        } else {
            Ok(found)
        }
    }
}

fn missing(error: &NetError) -> Missing {
    if error.is_nx_domain() {
        Missing::Name
    } else if error.is_no_records_found() {
        Missing::Record
    } else {
        Missing::Answer(error.to_string())
    }
}

fn undotted(name: &str) -> String {
    match name.trim_end_matches('.') {
        "" => ".".to_owned(),
        name => name.to_ascii_lowercase(),
    }
}
