# The certificate of attendance, and where it is verified.

certificate-title = Certificate of attendance
certificate-own = Back to your registration
certificate-text = attended this event, as its organisers noted.
certificate-picture = Code for a phone’s camera, with the address where this is verified
certificate-verify = Whoever holds this certificate can have name and code verified at
certificate-print = Print this page with your browser (Ctrl P), or save it. It is here until { $moment }; a print verifies after that, too.
certificate-kept = Nothing is stored for it, and nobody can look for your name.
own-certificate-text = The organisers noted that you came.
own-certificate-link = Open your certificate
verify-title = Verify a certificate of attendance
verify-lead = Enter the name and the code as they stand on the certificate. There is no list of names to look in.
verify-field-name = Name on the certificate
verify-field-code = Code
verify-field-code-hint = Letters and digits in groups of four
verify-name-missing = Enter the name
verify-code-missing = Enter the code
verify-wrong = Compare name and code with the certificate: as they are here they prove nothing
verify-button = Verify
verify-proven-title = This certificate is genuine
verify-proven-text = { $name } attended this event, as its organisers noted.
verify-proven-name = It is the name that they registered with; nobody compared it with a document.
