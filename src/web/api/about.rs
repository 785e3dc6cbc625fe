//! What an operation of the API says of itself: stated where it is registered, so that no operation is without.

use axum::http::StatusCode;
use utoipa::openapi::path::{
    Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn,
};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Required, ResponseBuilder};
use utoipa::{IntoParams, ToSchema};

use super::problem::PROBLEM_SCHEMA;

const JSON: &str = "application/json";

/// What an operation does, takes and gives.
#[derive(Clone)]
pub(super) struct About {
    pub(super) summary: &'static str,
    parameters: Vec<Parameter>,
    body: Option<RequestBody>,
    status: StatusCode,
    answer: Option<RefOr<Schema>>,
    /// Made when somebody asks for the document: they are large, and few ask.
    schemas: Vec<fn(&mut Schemas)>,
}

type Schemas = Vec<(String, RefOr<Schema>)>;

impl About {
    /// It does what `summary` says, and there is nothing to take or to say.
    pub(super) fn new(summary: &'static str) -> Self {
        Self {
            summary,
            parameters: Vec::new(),
            body: None,
            status: StatusCode::NO_CONTENT,
            answer: None,
            schemas: Vec::new(),
        }
    }

    /// With what the address may ask besides.
    #[must_use]
    pub(super) fn asked<Q: IntoParams>(mut self) -> Self {
        self.parameters
            .extend(Q::into_params(|| Some(ParameterIn::Query)));
        self
    }

    /// With a header.
    #[must_use]
    fn header(mut self, name: &str, required: Required, says: &str) -> Self {
        let text = ObjectBuilder::new().schema_type(Type::String);
        let header = ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(required)
            .description(Some(says))
            .schema(Some(text))
            .build();
        self.parameters.push(header);
        self
    }

    /// With a key under which it is done once.
    #[must_use]
    pub(super) fn once(self) -> Self {
        let says = "Asked again under the same key within a day, it is not done again.";
        self.header("Idempotency-Key", Required::False, says)
    }

    /// With the revision that it changes.
    #[must_use]
    pub(super) fn matches(self) -> Self {
        let says = "The ETag of the revision that is changed.";
        self.header("If-Match", Required::True, says)
    }

    /// With a body.
    #[must_use]
    pub(super) fn takes<T: ToSchema>(mut self, required: Required) -> Self {
        let content = ContentBuilder::new()
            .schema(Some(self.reference::<T>()))
            .build();
        let body = RequestBodyBuilder::new()
            .content(JSON, content)
            .required(Some(required));
        self.body = Some(body.build());
        self
    }

    /// With a list, as programs for tables write it.
    #[must_use]
    pub(super) fn takes_csv(mut self, says: &str) -> Self {
        let text = ObjectBuilder::new().schema_type(Type::String);
        let content = ContentBuilder::new().schema(Some(text)).build();
        let body = RequestBodyBuilder::new()
            .description(Some(says))
            .content("text/csv", content)
            .required(Some(Required::True));
        self.body = Some(body.build());
        self
    }

    /// With an answer.
    #[must_use]
    pub(super) fn gives<T: ToSchema>(mut self, status: StatusCode) -> Self {
        self.status = status;
        self.answer = Some(self.reference::<T>().into());
        self
    }

    /// With a page of a list for an answer.
    #[must_use]
    pub(super) fn gives_page<T: ToSchema>(mut self) -> Self {
        self.status = StatusCode::OK;
        let address = [Type::String, Type::Null].into_iter();
        let next = ObjectBuilder::new().schema_type(address.collect::<SchemaType>());
        let says = "The address of the next page; none on the last.";
        let page = ObjectBuilder::new()
            .property("items", ArrayBuilder::new().items(self.reference::<T>()))
            .property("next", next.description(Some(says)))
            .required("items")
            .required("next");
        self.answer = Some(page.into());
        self
    }

    /// With a list for an answer.
    #[must_use]
    pub(super) fn gives_all<T: ToSchema>(mut self) -> Self {
        self.status = StatusCode::OK;
        let list = ArrayBuilder::new().items(self.reference::<T>());
        self.answer = Some(list.into());
        self
    }

    fn reference<T: ToSchema>(&mut self) -> Ref {
        self.schemas.push(|schemas| {
            schemas.push((T::name().into_owned(), T::schema()));
            T::schemas(schemas);
        });
        Ref::from_schema_name(T::name())
    }

    /// Of what it takes and gives, by their names.
    pub(super) fn schemas(&self) -> Schemas {
        let mut schemas = Schemas::new();
        for add in &self.schemas {
            add(&mut schemas);
        }
        schemas
    }

    /// As the document has it, for an operation at `path` that is called `id`.
    pub(super) fn operation(&self, id: &str, path: &str) -> Operation {
        let named = path.split('/').filter_map(|step| {
            let name = step.strip_prefix('{')?.strip_suffix('}')?;
            Some(in_path(name))
        });
        let mut answer = ResponseBuilder::new().description(phrase(self.status));
        if let Some(reference) = &self.answer {
            let content = ContentBuilder::new()
                .schema(Some(reference.clone()))
                .build();
            answer = answer.content(JSON, content);
        }
        let problem = ContentBuilder::new()
            .schema(Some(Ref::from_schema_name(PROBLEM_SCHEMA)))
            .build();
        let refusal = ResponseBuilder::new()
            .description("Why it cannot be done")
            .content("application/problem+json", problem);
        OperationBuilder::new()
            .operation_id(Some(id))
            .summary(Some(self.summary))
            .parameters(Some(named.chain(self.parameters.iter().cloned())))
            .request_body(self.body.clone())
            .response(self.status.as_str(), answer.build())
            .response("default", refusal.build())
            .build()
    }
}

fn in_path(name: &str) -> Parameter {
    let says = match name {
        "event" => "The slug of an event.",
        "session" => "The key of a session: its id, or its number from 1.",
        _ => "An identifier.",
    };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(says))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .build()
}

fn phrase(status: StatusCode) -> &'static str {
    match status {
        StatusCode::CREATED => "Made",
        StatusCode::NO_CONTENT => "Done",
        _ => "As it is now",
    }
}
