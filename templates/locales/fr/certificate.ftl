# The certificate of attendance, and where it is verified.

certificate-title = Attestation de présence
certificate-own = Retour à votre inscription
certificate-text = a assisté à cet événement, comme ses organisateurs l’ont noté.
certificate-picture = Code pour l’appareil photo d’un téléphone, avec l’adresse où cette attestation se vérifie
certificate-verify = Qui tient cette attestation peut faire vérifier le nom et le code à l’adresse
certificate-print = Imprimez cette page avec votre navigateur (Ctrl P) ou enregistrez-la. Elle est là jusqu’au { $moment } ; une impression se vérifie encore après.
certificate-kept = Rien n’est conservé pour elle, et personne ne peut y chercher votre nom.
own-certificate-text = Les organisateurs ont noté votre présence.
own-certificate-link = Ouvrir votre attestation
verify-title = Vérifier une attestation de présence
verify-lead = Saisissez le nom et le code tels qu’ils figurent sur l’attestation. Il n’y a pas de liste de noms où chercher.
verify-field-name = Nom sur l’attestation
# same as English
verify-field-code = Code
verify-field-code-hint = Lettres et chiffres par groupes de quatre
verify-name-missing = Saisissez le nom
verify-code-missing = Saisissez le code
verify-wrong = Comparez le nom et le code avec l’attestation : tels quels, ils ne prouvent rien
verify-button = Vérifier
verify-proven-title = Cette attestation est authentique
verify-proven-text = { $name } a assisté à cet événement, comme ses organisateurs l’ont noté.
verify-proven-name = C’est le nom donné à l’inscription ; personne ne l’a comparé à un document.
