use convoke::mailer::deliver::{Failure, Outcome, Transport};

use crate::letters::{formatted, send, send_well};

#[tokio::test]
async fn a_mail_becomes_a_file_named_by_its_message_id() {
    let data = tempfile::tempdir().expect("a folder");
    let path = data.path().join("mail");
    let transport = Transport::folder(&path);
    let message = formatted(1);
    send_well(&transport, &message).await;
    // A second try replaces the first: the Message-ID is the same.
    send_well(&transport, &message).await;
    let files: Vec<_> = std::fs::read_dir(&path)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(files, ["letter-1@events.example.org.eml"]);
    let written = std::fs::read(path.join(&files[0])).expect("the mail");
    assert_eq!(written, message.bytes);
}

#[tokio::test]
async fn out_6_a_folder_that_cannot_be_written_is_worth_another_try() {
    let data = tempfile::tempdir().expect("a folder");
    let path = data.path().join("mail");
    std::fs::write(&path, "a file is in the way").expect("written");
    let transport = Transport::folder(&path);
    let outcome = send(&transport, &formatted(1)).await;
    assert!(
        matches!(&outcome, Outcome::Failed(Failure::Temporary { reply })
            if reply.as_str().starts_with("the mail folder cannot be written")),
        "{outcome:?}"
    );
    assert!(transport.check().await.is_err());
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(transport.check().await, Ok(()));
    send_well(&transport, &formatted(1)).await;
}

#[tokio::test]
async fn out_4_nothing_is_written_before_the_data() {
    let data = tempfile::tempdir().expect("a folder");
    let transport = Transport::folder(data.path());
    let message = formatted(1);
    let conversation = transport.begin(&message.envelope).await;
    drop(conversation.expect("a conversation"));
    assert_eq!(std::fs::read_dir(data.path()).expect("read").count(), 0);
}
