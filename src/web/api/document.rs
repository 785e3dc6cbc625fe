//! The document of the API (OpenAPI 3.1): made of what each operation says of itself.

use std::sync::{Arc, LazyLock};

use axum::extract::State;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use utoipa::openapi::path::{HttpMethod, Paths};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, SecurityRequirement,
};
use utoipa::{PartialSchema, ToSchema};

use super::doors;
use super::doors::Operation;
use super::problem::Said;
use crate::web::Site;
use crate::web::reply::public_json;

/// How requests say who sends them.
const TOKEN: &str = "token";

static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let document = document().to_pretty_json();
    document.expect("plain data can be written") + "\n"
});

/// The document, as JSON.
pub fn openapi() -> &'static str {
    &DOCUMENT
}

/// The document, for everybody.
pub(super) async fn show(State(_): State<Arc<Site>>, headers: HeaderMap) -> Response {
    public_json(&headers, openapi().to_owned())
}

fn document() -> OpenApi {
    let mut paths = Paths::new();
    let mut components = ComponentsBuilder::new().schema(Said::name(), Said::schema());
    for (operation, about) in doors().described() {
        components = components.schemas_from_iter(about.schemas());
        let described = about.operation(&identifier(&operation), operation.path);
        paths.add_path_operation(operation.path, vec![method(&operation.method)], described);
    }
    let mut schemas = Vec::new();
    Said::schemas(&mut schemas);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A token that an owner has made in the workspace."))
        .build();
    let components = components
        .schemas_from_iter(schemas)
        .security_scheme(TOKEN, SecurityScheme::Http(bearer));
    let info = InfoBuilder::new()
        .title("convoke")
        .version("1")
        .description(Some(
            "What the workspace does with events, registrations, mails and figures, for programs.",
        ))
        .license(Some(LicenseBuilder::new().name("EUPL-1.2").build()));
    let anybody: Vec<String> = Vec::new();
    OpenApiBuilder::new()
        .info(info.build())
        .paths(paths)
        .components(Some(components.build()))
        .security(Some([SecurityRequirement::new(TOKEN, anybody)]))
        .build()
}

/// Such as `post-events-event-publish`.
fn identifier(operation: &Operation) -> String {
    let steps = operation.path.split('/').skip(3);
    let words = steps.map(|step| step.trim_matches(['{', '}']));
    let method = operation.method.as_str().to_lowercase();
    std::iter::once(method.as_str())
        .chain(words)
        .collect::<Vec<_>>()
        .join("-")
}

fn method(method: &Method) -> HttpMethod {
    match *method {
        Method::POST => HttpMethod::Post,
        Method::PUT => HttpMethod::Put,
        Method::DELETE => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}
