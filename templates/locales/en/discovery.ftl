# Events within the pages of other sites.

embed-register = Register (opens in a new tab)
embed-waitlist = Join the waiting list (opens in a new tab)
embed-more = All about the event (opens in a new tab)

# On other sites: what organisers copy into their pages.

share-title = On other sites
share-lead = Addresses and pieces of HTML that you copy into your own web site.
share-draft = Nobody else sees this event yet. Publish it before you put these on a site.
share-sensitive = This event is sensitive: it is not meant to be shown on other sites.
share-addresses = Addresses
share-address = The event, for each reader in a language of theirs
share-calendar = Its calendar file
share-link = A link
share-wordpress = In WordPress, add a block “Custom HTML” and paste this into it.
share-framed = The event within your page
share-framed-text = Shows date, place and state of registration in a frame. It needs no cookie and no script; its button opens the form in a new tab. Only the sites that you name may frame it.
share-no-site = No site may frame this event yet. Name yours under “Basics”.
share-settings = Sites that may frame it
edit-embed = Sites that may frame it
edit-embed-hint = One a line, such as https://partner.example, without a path. Left empty, none may.
flaw-malformed-origin = Enter one site a line, such as https://partner.example, without a path
