//! Organisations and those who act for them, how they are let in, and the instance they share.

pub mod api_token;
mod attempts;
pub mod identity;
mod instance;
pub mod invitation;
mod membership;
mod organisation;
mod organiser;
pub mod passkey;
pub mod proof;
mod sign_in;
mod store;

pub use attempts::{Limit, are_allowed, is_allowed};
pub use instance::{accept_key, prove_writable};
pub use membership::{
    Member, Role, TakenAway, change_role, grant, organisations_of, organisers_of, role_in,
    take_away, team,
};
pub use organisation::{Organisation, create, ensure_first, rename};
pub use organiser::{
    Organiser, add, by_address, is_anybody_there, keep_language, load, set_profile,
};
pub use sign_in::{
    Answered, Asking, By, CODE_KIND, CODE_LENGTH, REQUEST_LIFETIME, SignIn, answer, ask, code,
    find_sign_in, first_token, follow_link, link_is_good, make_link, may_try_password, open,
    open_by_password, request_of, sign_out, sign_out_elsewhere, touch, use_organisation,
};
pub use store::{by_slug, organisation, organisations, the_only_one};
