# Making and changing an event.

new-event-title = ახალი ღონისძიება
new-event-lead = ჯერ მთავარი. დანარჩენისთვის გონივრული საწყისი მნიშვნელობებია, რომელთა შეცვლა მოგვიანებითაც შეიძლება.
new-event-submit = შესამოწმებელ სიაზე გადასვლა

edit-title = სათაური
edit-date = თარიღი
edit-starts = დაწყება
edit-ends = დასრულება
edit-zone = სასაათო სარტყელი
edit-zone-hint = აკრიფეთ ქალაქი, მაგალითად, Tbilisi, და აირჩიეთ სიიდან.
edit-format = მონაწილეობის ფორმა
edit-format-online = ონლაინ
edit-format-in_person = ადგილზე
edit-format-hybrid = ჰიბრიდული: ადგილზე და ონლაინ
edit-languages = სამუშაო ენები
edit-languages-hint = პირველი ენა გამოიყენება იქ, სადაც ტექსტი სხვა ენაზე არ არსებობს.
edit-page-languages = ღონისძიების გვერდის ენები
edit-page-languages-hint = დატოვეთ ცარიელი, თუ სამუშაო ენებს ემთხვევა.
edit-link = ჩართვის ბმული
edit-link-hint = ბმულს ელფოსტით მხოლოდ ის მონაწილეები იღებენ, რომლებსაც ადგილი აქვთ, და მხოლოდ მისი გაცემის შემდეგ.
edit-closes = რეგისტრაციის დასრულება
edit-closes-hint = წუთი სრულად ითვლება: 23:59 შუაღამემდე ნიშნავს. თუ ცარიელია, რეგისტრაცია პირველ სესიამდე ორი საათით ადრე სრულდება და მასთან ერთად გადაიწევს; აქ მითითებული თარიღი კი უცვლელი რჩება.
edit-capacity = ადგილების რაოდენობა
edit-capacity-hint = დარბაზში, ან ონლაინ, თუ დარბაზი არ არის. თუ ცარიელია, რაოდენობა შეუზღუდავია.
edit-kind = ღონისძიების ტიპი
edit-visibility = ვის შეუძლია მისი პოვნა
edit-visibility-public = ყველას: ღონისძიება სიაში ჩანს
edit-visibility-unlisted = მხოლოდ მას, ვისაც მისამართი აქვს
edit-visibility-sensitive = მხოლოდ მას, ვისაც მისამართი აქვს; წერილებსა და კალენდრის ჩანაწერებში არ სახელდება
edit-contact = მისამართი კითხვებისთვის
edit-contact-hint = თუ ცარიელია, კითხვები წერილების გამომგზავნ მისამართზე მიდის.
edit-summary = მოკლე აღწერა
edit-summary-hint = ერთი წინადადება, რომელიც სათაურის ქვეშ ჩანს.
edit-description = აღწერა
edit-description-hint = Markdown: ცარიელი ხაზი ახალ აბზაცს იწყებს, *ვარსკვლავები* ხაზს უსვამს, [სიტყვები](https://…) ბმულს ქმნის.
edit-venue-name = ადგილის სახელი
edit-venue-address = მისამართი
edit-city = ქალაქი
edit-country = ქვეყანა
edit-map = რუკის ბმული
edit-from = რომელი ენიდან
edit-to = რომელ ენაზე
edit-mode = სახე
edit-mode-simultaneous = სინქრონული
edit-mode-consecutive = თანმიმდევრული
edit-mode-sign = ჟესტური ენა
edit-session-title = სესიის სათაური
edit-abstract = რას ეხება
edit-place = დარბაზი
edit-session-languages = სესიის სამუშაო ენები
edit-session-languages-hint = დატოვეთ ცარიელი, თუ ღონისძიების ენებს ემთხვევა.
edit-session-capacity-in_person = ადგილები დარბაზში
edit-session-capacity-online = ადგილები ონლაინ
edit-role = როლი
edit-role-organiser = ორგანიზატორი
edit-role-partner = პარტნიორი
edit-role-supporter = მხარდამჭერი
edit-role-sponsor = სპონსორი
edit-role-media_partner = მედიაპარტნიორი
edit-name = სახელი
edit-short = მოკლე სახელი
edit-web = ვებსაიტი
edit-disclaimer = ტექსტი, რომელიც სახელს თან უნდა ახლდეს
edit-opens = რეგისტრაციის დაწყება
edit-opens-hint = თუ ცარიელია, რეგისტრაცია ღონისძიების გამოქვეყნებისთანავე იწყება.
edit-capacity-in_person = ადგილები დარბაზში
edit-capacity-online = ადგილები ონლაინ
edit-waitlist = მოლოდინის სიის წარმოება, როცა ყველა ადგილი შევსებულია
edit-approval = თითოეულ განაცხადზე გადაწყვეტილების მიღება
edit-invitation-only = მხოლოდ კოდით
edit-confirm-address = მისამართის დადასტურება ადგილის მიცემამდე
edit-per-session = სესიების არჩევის შესაძლებლობა
edit-ask-organisation = ორგანიზაციის მითითება
edit-ask-position = თანამდებობის მითითება
edit-ask-country = ქვეყნის მითითება
edit-asked-no = არ ვითხოვთ
edit-asked-optional = ვითხოვთ, არასავალდებულოა
edit-asked-required = ვითხოვთ, სავალდებულოა
edit-purpose = რისთვის არის საჭირო
edit-purpose-hint = ველის გვერდით ჩანს. ადამიანები მაშინ პასუხობენ, როცა ესმით, რისთვის არის ეს საჭირო.
edit-label = კითხვა
edit-question-kind = პასუხის ტიპი
edit-question-kind-text = ერთი სტრიქონი
edit-question-kind-long_text = რამდენიმე სტრიქონი
edit-question-kind-choice = ერთი რამდენიმედან
edit-question-kind-choices = რამდენიმე ვარიანტი
edit-question-kind-yes_no = დიახ ან არა
edit-options = პასუხის ვარიანტები
edit-options-hint = თითო სტრიქონზე თითო, ყველა ენაზე ერთი და იმავე თანმიმდევრობით. როცა უკვე არიან დარეგისტრირებულები, ახალი ვარიანტები მხოლოდ ბოლოში დაამატეთ.
edit-required = პასუხი სავალდებულოა
edit-condition = კითხვა ისმის მხოლოდ მაშინ, თუ
edit-condition-if = „{ $question }“ – „{ $answer }“
edit-consent = რაზე აცხადებენ თანხმობას
edit-consent-required = ამის გარეშე რეგისტრაცია შეუძლებელია
edit-code = კოდი
edit-places = რამდენ ადამიანს შეუძლია გამოყენება
edit-places-hint = თუ ცარიელია, რაოდენობა შეუზღუდავია.
edit-expires = მოქმედების ვადა
edit-code-unlimited = შეუზღუდავი რაოდენობა
edit-code-places = { $count ->
    [one] { $count } ადამიანი
   *[other] { $count } ადამიანი
}
edit-rules = შეხვედრის წესი
edit-rules-on_record = ღია ფორმატი: ნათქვამის ციტირება დასაშვებია
edit-rules-chatham_house = ჩეთემ ჰაუსის წესი: ნათქვამის გამოყენება შეიძლება, მაგრამ იმის გამხელა, ვინ თქვა – არა
edit-rules-none = არ არის გამოცხადებული
edit-recording = ღონისძიება ჩაიწერება
edit-photography = ღონისძიებაზე ფოტოგადაღება იქნება
edit-provider = პლატფორმა
edit-provider-other = სხვა
edit-service = თითოეული ადამიანისთვის საკუთარი ბმულის შექმნა
edit-service-hint = ბმულს ზემოთ არჩეული პლატფორმის სერვერი ქმნის იმ წუთს, როცა ადამიანი მოდის, მისი სახელით; ოთახს მოდერატორები უვლიან. წერილებსა და კალენდრის ჩანაწერებში მონაწილის პირადი გვერდია, რომელიც იქ მიდის: ბმული, რომლის გადაცემაც შეიძლებოდა, მათში არ არის. მხოლოდ იმ პლატფორმით, რომელიც ამ სერვისის ოპერატორმა გამართა, და ქვემოთ მითითებული ბმულის გარეშე.
edit-lineup-link = ბმული მომხსენებლებისთვის, მოდერატორებისა და თარჯიმნებისთვის
edit-lineup-link-hint = მხოლოდ მათ ეგზავნებათ, რეგისტრაციის მიუხედავად. ზემოთ მითითებული ბმულისგან უნდა განსხვავდებოდეს.
edit-release = როდის იღებენ მონაწილეები ბმულს
edit-release-after_close = რეგისტრაციის დასრულების შემდეგ
edit-release-on_confirmation = ადგილის დადასტურებისთანავე
edit-release-manual = როცა ორგანიზატორი გასცემს
edit-join-page = თითოეული მონაწილისთვის პირადი მისამართის მიცემა, რომელიც ბმულზე გადაიყვანს
edit-join-page-hint = წერილებსა და კალენდრის ჩანაწერებში მაშინ მონაწილის პირადი გვერდია: დაწყებამდე ნახევარი საათით ადრე ის ბმულზე გადაჰყავს, როგორიც არ უნდა იყოს ბმული იმ დროს. ამას თავისი ფასი აქვს: ჩართვისთვის ეს სერვისი იმ წუთს უნდა მუშაობდეს, კალენდრები კი შეხვედრის ღილაკს ვერ აჩვენებენ. ამის გარეშე წერილებში თავად ბმულია: თუ ის შეიცვალა, ადამიანებს წერილი სჭირდებათ, კოლეგებთან გაზიარებულ კალენდრებში კი ბმული ჩანს.
edit-recording-link = ჩანაწერი ან შენიშვნები
edit-recording-link-hint = ბმული, რომელსაც შეხვედრის დასრულების შემდეგ პირად გვერდზე ნახავენ ისინი, ვისაც ადგილი ჰქონდა.
edit-tech-check = დაწყება
edit-tech-check-hint = თუ ცარიელია, შემოწმება არ არის.
edit-tech-note = სად, და რა არის საჭირო
edit-reminders = შეხსენება ყოველი სესიის წინ
edit-before-minutes = { $count ->
    [one] { $count } წუთით ადრე
   *[other] { $count } წუთით ადრე
}
edit-before-hours = { $count ->
    [one] { $count } საათით ადრე
   *[other] { $count } საათით ადრე
}
edit-before-days = { $count ->
    [one] { $count } დღით ადრე
   *[other] { $count } დღით ადრე
}
edit-quiet-from = წყნარი საათების დასაწყისი
edit-quiet-from-hint = მრავალი ადრესატის წერილები მათ დასრულებას ელოდება, თუ ამით არ დააგვიანდება. თუ ცარიელია, წყნარი საათები არ არის.
edit-quiet-to = წყნარი საათების დასასრული
edit-reply-to = პასუხების მისამართი
edit-reply-to-hint = თუ ცარიელია, პასუხები კითხვების მისამართზე მიდის.
edit-retention = პერსონალური მონაცემები ღონისძიების შემდეგ ინახება
edit-kept-days = { $count ->
    [0] არ ინახება
    [one] { $count } დღე
   *[other] { $count } დღე
}
edit-side = ამ ორიდან რომელი იგულისხმება?
edit-side-hint = იმ ღამით საათი უკან გადაიწევა და ეს დრო ორჯერ დგება.
edit-side-earlier = უფრო ადრინდელი ({ $offset })
edit-side-later = უფრო გვიანდელი ({ $offset })

editor-none = არ არის
editor-unnamed = უსახელო
editor-nothing = ცარიელი
editor-untranslated = ჯერ არ არის ნათარგმნი
editor-meanwhile = ამასობაში სხვამ მიუთითა: { $value }
editor-rank-1 = პირველი
editor-rank-2 = მეორე
editor-rank-3 = მესამე
editor-rank-4 = მეოთხე
editor-save = შენახვა
editor-up = ზემოთ აწევა
editor-remove = წაშლა
editor-moved = ზემოთ აიწია
editor-removed = წაიშალა
editor-not-saved = არაფერი შენახულა
editor-field-in-language = { $field } ({ $language })

flaw-missing = შეავსეთ: { $field }
flaw-unknown = აირჩიეთ შემოთავაზებულთაგან: { $field }
flaw-twice = ორი მნიშვნელობა ერთნაირია: { $field }
flaw-gap = იმ ღამით საათი ამ დროს გადაახტება. აირჩიეთ { $before } ან { $after }
flaw-fold = იმ ღამით საათი უკან გადაიწევა და ეს დრო ორჯერ დგება. აირჩიეთ, რომელი იგულისხმება
flaw-ends-before-start = აირჩიეთ დასრულების დრო, რომელიც დაწყების შემდეგ დგება
flaw-closes-after-end = რეგისტრაცია ბოლო სესიის დასრულებამდე დაასრულეთ
flaw-closes-before-opening = რეგისტრაციის დასრულება მისი დაწყების შემდეგ უნდა იყოს
flaw-tells-link = ამოიღეთ ამ ტექსტიდან ჩართვის ბმული: ტექსტის წაკითხვა ყველას შეუძლია
flaw-told-link = ეს ბმული ყველასთვის ხილულ ტექსტშია. ჯერ იქიდან ამოიღეთ
flaw-no-service = აირჩიეთ პლატფორმა: { $offered }
flaw-link-for-each = ამოიღეთ ეს ბმული: პლატფორმა თითოეული ადამიანისთვის ცალკე ქმნის
flaw-in-use = ამაზე უკვე არიან დარეგისტრირებულები. ჯერ მათი რეგისტრაციები გადაიტანეთ
flaw-survey-answered = უკვე უპასუხეს: კითხვის სიტყვების შეცვლა და ახალი კითხვების დამატება შეიძლება, მაგრამ კითხვას ვერ წაშლით და ვერც პასუხის ტიპს, ვარიანტებს ან მათ რიგს შეცვლით
flaw-needed = ერთ-ერთი კითხვა მხოლოდ წინა კითხვაზე გარკვეული პასუხის შემთხვევაში ისმის. ჯერ ეს პირობა შეცვალეთ
flaw-malformed-email = შეიყვანეთ მისამართი ასეთი სახით: name@example.org
flaw-malformed-web = შეიყვანეთ მისამართი, რომელიც იწყება https://-ით ან http://-ით
flaw-malformed-link = შეიყვანეთ მისამართი, რომელიც იწყება https://-ით
flaw-malformed-count = შეიყვანეთ მთელი რიცხვი
flaw-malformed-zone = აირჩიეთ სასაათო სარტყელი სიიდან, მაგალითად, Asia/Tbilisi
flaw-malformed-moment = შეიყვანეთ თარიღი და დრო
flaw-malformed-day = აირჩიეთ დღე
flaw-malformed-hour = შეიყვანეთ დრო, მაგალითად, 15:00
flaw-malformed-quiet = შეიყვანეთ წყნარი საათების დასაწყისიც და დასასრულიც; ისინი უნდა განსხვავდებოდეს
flaw-malformed-language = აირჩიეთ ენა
flaw-malformed-phrase = თუ ფიგურული ფრჩხილი თავისთავად გჭირდებათ, დაწერეთ ის ორჯერ: {"{{"} და {"}}"}
flaw-malformed-slug = აკრიფეთ მოკლე სახელი ზუსტად ისე, როგორც იქ წერია

time-note-after-gap = იმ ღამით საათი ამ დროს გადაახტება: ითვლება მის შემდეგ პირველი მომენტი.
time-note-later-of-two = იმ ღამით ეს დრო ორჯერ დგება: ითვლება უფრო გვიანდელი.
time-note-picked = იმ ღამით ეს დრო ორჯერ დგება: ითვლება თქვენ მიერ არჩეული.
time-note-ignored = ამ დროსთან მითითებული სხვაობა მაშინ არ მოქმედებს და არ გაითვალისწინება.

parts-label = ღონისძიების ნაწილები
part-basics = ძირითადი
part-basics-lead = რა ტარდება, როდის და რომელ ენებზე.
part-texts = ტექსტები
part-texts-lead = თითოეული ტექსტი გვერდის ყველა ენაზე. თუ რომელიმე აკლია, მკითხველი მას სხვა ენაზე ხედავს.
part-programme = სესიები
part-programme-lead = როდის ტარდება თითოეული. ვინ გამოდის, მითითებულია განყოფილებაში „გამომსვლელები“.
part-venue = ჩატარების ადგილი
part-venue-lead = სად უნდა მოვიდნენ მონაწილეები. თუ ცარიელია, ადგილი მოგვიანებით გამოცხადდება.
part-hosts = ორგანიზატორები და პარტნიორები
part-hosts-lead = გვერდზე დასახელებული ორგანიზაციები, ამ თანმიმდევრობით.
part-interpretation = თარგმანი
part-interpretation-lead = რომელი ენიდან რომელზე და როგორ.
part-registration = რეგისტრაცია
part-registration-lead = რა ვადამდე და რამდენ ადამიანს შეუძლია რეგისტრაცია და რას ვეკითხებით სახელისა და მისამართის გარდა.
part-questions = კითხვები
part-questions-lead = თქვენი კითხვები ფორმაში, ამ თანმიმდევრობით.
part-consents = თანხმობები
part-consents-lead = რაზე შეიძლება განაცხადონ თანხმობა; თითოეულს საკუთარი უჯრა აქვს, რომელიც წინასწარ არავის მოუნიშნავს.
part-codes = კოდები
part-codes-lead = ვისაც კოდი აქვს, შეუძლია დარეგისტრირდეს, თუმცა ღონისძიება მოწვევით ტარდება.
part-rules = შეხვედრის წესები
part-rules-lead = გვერდზე და ყველა წერილში. წესების შეცვლას დარეგისტრირებულებს ვატყობინებთ.
part-meeting = ონლაინ შეხვედრა
part-meeting-lead = სად ერთვებიან მონაწილეები ონლაინ. ბმულს არც ერთი სხვა გვერდი არ აჩვენებს.
part-tech-check = ტექნიკური შემოწმება
part-tech-check-lead = როდის ამოწმებენ პროგრამის მონაწილეები კამერასა და მიკროფონს. ამას თავიანთ გვერდზე და ბმულის წერილში ნახავენ, სხვა ვერავინ.
part-mail = წერილები
part-mail-lead = რა იგზავნება თავისით და როდის.

empty-programme = სესია არ არის.
empty-hosts = ჯერ არც ერთი ორგანიზაცია არ არის დასახელებული.
empty-interpretation = თარგმანი არ არის.
empty-questions = ვითხოვთ მხოლოდ სახელსა და მისამართს.
empty-consents = თანხმობა არაფერზე მოითხოვება.
empty-codes = კოდი არ არის.
add-programme = სესიის დამატება
add-hosts = ორგანიზაციის დამატება
logo-title = ლოგო
logo-hidden = ღონისძიება სენსიტიურია: მისი გვერდი ლოგოს არ აჩვენებს.
logo-choose = აირჩიეთ ლოგო
logo-replace = აირჩიეთ სხვა ლოგო
logo-hint = JPEG, PNG ან WebP, არაუმეტეს 5 მბ. ლოგო ორგანიზაციის სახელთან ჩანს. ღონისძიების ფაილები ლოგოებს არ შეიცავს.
logo-submit = ლოგოს შენახვა
logo-remove = ლოგოს წაშლა
done-logo-kept = ლოგო შენახულია.
done-logo-removed = ლოგო წაშლილია.
add-interpretation = არხის დამატება
add-questions = კითხვის დამატება
add-consents = თანხმობის დამატება
add-codes = კოდის დამატება
new-programme = ახალი სესია
new-hosts = ახალი ორგანიზაცია
new-interpretation = ახალი არხი
new-questions = ახალი კითხვა
new-consents = ახალი თანხმობა
new-codes = ახალი კოდი
meeting-sessions = სესიები საკუთარი ბმულით
meeting-own = აქვს საკუთარი ბმული
meeting-shared = ჩართვა ღონისძიების ბმულით

overtaken-title = ამასობაში სხვამ ეს შეცვალა
overtaken-form = რაც აკრიფეთ, ყველაფერი აქაა. სხვის მიერ შეცვლილი ველების გვერდით წერია, რა მიუთითა მან; ხელახლა შეინახეთ, თუ გსურთ, დარჩეს ის, რასაც ფორმა აჩვენებს.
overtaken-list = ეს სიის ამჟამინდელი სახეა. არაფერი გადატანილა და არაფერი წაშლილა.

impact-title = შენახვამდე
impact-lead = { $count ->
    [one] { $count } ადამიანს აქვს ადგილი ან ელოდება მას. გადაწყვიტეთ, რას შეატყობინებთ.
   *[other] { $count } ადამიანს აქვს ადგილი ან ელოდება მას. გადაწყვიტეთ, რას შეატყობინებთ.
}
impact-changes = რა იცვლება
impact-what = რა
impact-before = მანამდე
impact-after = შემდეგ
impact-who = ვის ეხება
impact-fact-time = დრო ყველა მონაწილისთვის იცვლება.
impact-fact-place = ჩატარების ადგილი იცვლება მათთვის, ვინც ადგილზე მოდის.
impact-fact-link = ბმული იცვლება მათთვის, ვისაც ის უკვე გაეგზავნა.
impact-fact-languages = ენები ყველასთვის იცვლება.
impact-fact-rules = შეხვედრის წესები ყველასთვის იცვლება.
impact-told = { $count ->
    [one] { $count } ადამიანს აქვს ინფორმაცია, რომელიც აღარ შეესაბამება სინამდვილეს.
   *[other] { $count } ადამიანს აქვს ინფორმაცია, რომელიც აღარ შეესაბამება სინამდვილეს.
}
impact-holding-link = { $count ->
    [one] ძველი ბმული { $count } ადამიანს გაეგზავნა.
   *[other] ძველი ბმული { $count } ადამიანს გაეგზავნა.
}
impact-holding-page = { $count ->
    [one] { $count } ადამიანს აქვს პირადი გვერდი, რომელიც მაშინვე ახალ ბმულზე გადაჰყავს: წერილი არ სჭირდება.
   *[other] { $count } ადამიანს აქვს პირადი გვერდი, რომელიც მაშინვე ახალ ბმულზე გადაჰყავს: წერილი არ სჭირდება.
}
impact-moves = წერილები, რომელთა გაგზავნის დრო იცვლება
impact-mail = წერილი
impact-not-sent = არ იგზავნება
impact-more = { $count ->
    [one] კიდევ { $count } წერილი.
   *[other] კიდევ { $count } წერილი.
}
impact-question = რა იგზავნება?
impact-tell = { $count ->
    [one] ელფოსტით შეტყობინება { $count } ადამიანისთვის
   *[other] ელფოსტით შეტყობინება { $count } ადამიანისთვის
}
impact-tell-hint = თითოეული თავის ენაზე იღებს წერილს იმის შესახებ, რა შეიცვალა, და მისი კალენდრის ჩანაწერიც სწორდება.
impact-write = { $count ->
    [one] წერილის მიწერა { $count } ადამიანისთვის
   *[other] წერილის მიწერა { $count } ადამიანისთვის
}
impact-write-hint = ქვემოთ მოცემული ტექსტი ეგზავნება ყველას, ვისაც ადგილი აქვს ან მას ელოდება.
impact-quiet = შეტყობინების გარეშე
impact-quiet-hint = ცვლილება შეინახება და წერილი არ გაიგზავნება. კალენდრის ჩანაწერები უცვლელი რჩება.
impact-must-tell = მონაწილეები სხვა წესებს დათანხმდნენ, ამიტომ მათთვის შეტყობინება აუცილებელია.
impact-answer-missing = მიუთითეთ, რა და რა სიტყვებით იგზავნება
impact-submit = შენახვა
impact-back = შენახვის გარეშე დაბრუნება

notice-title = რას სწერთ მათ
notice-hint = შეცვალეთ ტექსტი სურვილისამებრ. Markdown მუშაობს. თუ არაფრის მიწერა გსურთ, ყველა ველი ცარიელი დატოვეთ.
notice-subject = თემა
notice-text = ტექსტი
notice-languages-subject = ღონისძიების ენები შეიცვალა
notice-languages-text = ღონისძიების „{"{"}title{"}"}“ ენები შეიცვალა. ღონისძიების ენები: { $languages }.
notice-rules-subject = ღონისძიების წესები შეიცვალა
notice-rules-text = ღონისძიების „{"{"}title{"}"}“ წესები შეიცვალა.
notice-rules-none = ციტირების წესი გამოცხადებული არ არის.
notice-recording = ღონისძიება ჩაიწერება.
notice-no-recording = ღონისძიება არ ჩაიწერება.
notice-photography = ღონისძიებაზე ფოტოგადაღება იქნება.
notice-no-photography = ღონისძიებაზე ფოტოგადაღება არ იქნება.

overview-title = მიმოხილვა
overview-draft = მონახაზი
overview-draft-text = მას მხოლოდ ორგანიზატორები ხედავენ.
overview-published = გამოქვეყნებულია
overview-cancelled = გაუქმებულია
overview-over = დასრულებულია
overview-people = მონაწილეები
overview-of-places = { $count ->
    [one] { $count } ადგილიდან
   *[other] { $count } ადგილიდან
}
overview-over-by = { $count }-ით მეტი
overview-steps = მისახედი საკითხები
overview-no-steps = არაფერი აკლია.
overview-next = რა გაიგზავნება შემდეგ
overview-nothing-next = მრავალი ადრესატის წერილი დაგეგმილი არ არის.
overview-to = { $count ->
    [0] ჯერ არავის
    [one] ამჟამად { $count } ადამიანს
   *[other] ამჟამად { $count } ადამიანს
}
overview-to-organisers = ორგანიზატორებს
overview-waits = ელოდება ბმულს
overview-event = ღონისძიება
overview-address = მისამართი მოსაწვევებისთვის

primary-publish = შემოწმება და გამოქვეყნება
primary-duplicate = მომდევნო ღონისძიების შექმნა
primary-figures = სტატისტიკის ნახვა
primary-decide = { $count ->
    [one] { $count } განაცხადის განხილვა
   *[other] { $count } განაცხადის განხილვა
}
primary-link = ჩართვის ბმულის შეყვანა
primary-release = ბმულის გაცემა
primary-lineup = გამომსვლელთა სიის შევსება
primary-check-in = მოსვლის აღნიშვნა
primary-registrations = { $count ->
    [0] რეგისტრაციების ნახვა
    [one] { $count } რეგისტრაციის ნახვა
   *[other] { $count } რეგისტრაციის ნახვა
}

people-count-online = ონლაინ
people-count-in_person = ადგილზე
people-count-pending = გადაწყვეტილების მოლოდინში
people-count-waitlisted = მოლოდინის სიაში
people-count-unconfirmed = დაუდასტურებელი მისამართით

gap-untranslated = { $count ->
    [one] { $count } ტექსტი არ არის ნათარგმნი: { $language }
   *[other] { $count } ტექსტი არ არის ნათარგმნი: { $language }
}
gap-no-link = ჩართვის ბმული ჯერ არ არის. გაგზავნის დრომდე შეგახსენებთ.
gap-no-venue = ჩატარების ადგილი ჯერ გამოსაცხადებელია
gap-no-lineup = ერთ-ერთ სესიას გამომსვლელი არ ჰყავს
gap-begun = უკვე დაწყებულია: გადაამოწმეთ თარიღი
gap-closed = რეგისტრაცია უკვე დასრულებულია: გადაამოწმეთ თარიღი
gap-closes-after-start = რეგისტრაცია პირველი სესიის დაწყების შემდეგ სრულდება
gap-link-before-closing = ბმული რეგისტრაციის დასრულებამდე იგზავნება: მოგვიანებით დარეგისტრირებულები მას მოგვიანებით მიიღებენ
gap-same-link = მონაწილეები და მომხსენებლები ერთი და იმავე ბმულით ერთვებიან
gap-no-code = ღონისძიება მოწვევით ტარდება, კოდი კი არ არის
gap-guessable-address = ღონისძიება სენსიტიურია, მისი მისამართის გამოცნობა კი შესაძლებელია

goes-out-registered = ადგილის დადასტურება
goes-out-link = ჩართვის ბმული
goes-out-withdrawn = რეგისტრაციის გაუქმება
goes-out-confirm_address = მისამართის დადასტურების თხოვნა
goes-out-received = განაცხადის მიღება
goes-out-waitlisted = მოლოდინის სია
goes-out-known = უკვე დარეგისტრირებულია
goes-out-approved = დამტკიცება
goes-out-promoted = ადგილი მოლოდინის შემდეგ
goes-out-declined = უარი
goes-out-decline_noted = უარი კალენდარში
goes-out-reminder = შეხსენება
goes-out-changed = ცვლილება
goes-out-cancelled = ღონისძიების გაუქმება
goes-out-alarm = გაფრთხილება: ბმული აკლია

publish-title = შემოწმება და გამოქვეყნება
publish-check = გამოქვეყნებამდე
publish-gaps = { $count ->
    [one] გადახედეთ ამ საკითხს. გამოქვეყნებას ის ხელს არ უშლის.
   *[other] გადახედეთ ამ საკითხებს. გამოქვეყნებას ისინი ხელს არ უშლის.
}
publish-complete = არაფერი აკლია.
publish-mails = { $count ->
    [one] შემოწმდა { $count } წერილი, ყველა ენაზე.
   *[other] შემოწმდა { $count } წერილი, ყველა ენაზე.
}
publish-broken = ამ წერილების შედგენა ვერ ხერხდება
publish-closes = რეგისტრაციის დასრულება: { $moment }.
publish-submit = გამოქვეყნება
publish-later = ჯერ არა
publish-is-public = ღონისძიება გამოქვეყნებულია.

event-cancel-title = ღონისძიების გაუქმება
event-cancel-told = { $count ->
    [0] არავინ არის დარეგისტრირებული, ამიტომ წერილი არ იგზავნება.
    [one] { $count } ადამიანს ელფოსტით დაუყოვნებლივ ეცნობება.
   *[other] { $count } ადამიანს ელფოსტით დაუყოვნებლივ ეცნობება.
}
event-cancel-entries = { $count ->
    [0] ღონისძიება არც ერთ კალენდარში არ არის.
    [one] ღონისძიება { $count } ადამიანის კალენდრიდან წაიშლება.
   *[other] ღონისძიება { $count } ადამიანის კალენდრიდან წაიშლება.
}
event-cancel-link = ჩართვის ბმული აღარავის გაეგზავნება.
event-cancel-for-good = ამის უკან დაბრუნება შეუძლებელია. ამის მიხედვით შეგიძლიათ მომდევნო ღონისძიება შექმნათ.
event-cancel-reason = მიზეზი, რომელსაც მონაწილეებს შეატყობინებთ
event-cancel-reason-hint = წერილში იქნება მითითებული. დატოვეთ ცარიელი, თუ მიზეზის დასახელება არ გსურთ.
event-cancel-slug = მოკლე სახელი
event-cancel-type-slug = ღონისძიების გასაუქმებლად აკრიფეთ { $slug }
event-cancel-submit = ღონისძიების საბოლოოდ გაუქმება
event-cancel-not = ღონისძიების შენარჩუნება
event-cancel-cannot = მხოლოდ გამოქვეყნებული ღონისძიების გაუქმება შეიძლება.

link-release-title = ბმულის გაცემა
link-release-text = { $count ->
    [0] ონლაინ მონაწილეობა ჯერ არავის დადასტურებია. ამიერიდან ბმულს ყველა დადასტურებისთანავე მიიღებს.
    [one] ონლაინ მონაწილეობა { $count } ადამიანს აქვს დადასტურებული; ის ბმულს დაუყოვნებლივ მიიღებს.
   *[other] ონლაინ მონაწილეობა { $count } ადამიანს აქვს დადასტურებული; ისინი ბმულს დაუყოვნებლივ მიიღებენ.
}
link-release-missing = ბმული ჯერ კიდევ აკლია: წერილები მის შეყვანას ელოდება.
link-release-submit = ახლავე გაცემა
link-release-not = ჯერ არა
link-release-nothing = გასაცემი არაფერია: ბმული თავისით იგზავნება ან უკვე გაიცა.
address-new-title = მისამართი, რომელსაც ვერავინ გამოიცნობს
address-new-text = ღონისძიება მიიღებს ახალ მისამართს შემთხვევითი ასოებისა და ციფრებისგან, რომელიც მის შესახებ არაფერს ამბობს.
address-new-breaks = { $count ->
    [0] ზემოთ მოცემული მისამართი აღარსად მიგვიყვანს. შესაძლოა, ის სხვა საიტებზე და მოსაწვევებში წერია: გადაეცით ახალი.
    [one] ზემოთ მოცემული მისამართი აღარსად მიგვიყვანს. { $count } ადამიანს აქვს ადგილი ან ელოდება მას: უკვე გაგზავნილ წერილებში ღონისძიების გვერდის ბმულები აღარ იმუშავებს, პირადი გვერდისა და ჩართვის ბმულები კი მუშაობს.
   *[other] ზემოთ მოცემული მისამართი აღარსად მიგვიყვანს. { $count } ადამიანს აქვს ადგილი ან ელოდება მას: უკვე გაგზავნილ წერილებში ღონისძიების გვერდის ბმულები აღარ იმუშავებს, პირადი გვერდებისა და ჩართვის ბმულები კი მუშაობს.
}
address-new-submit = ახალი მისამართის აღება
address-new-not = მისამართის შენარჩუნება
address-new-nothing = ასეთი მისამართი მხოლოდ სენსიტიურ ღონისძიებებს აქვს.
done-event-readdressed = ღონისძიებას ახალი მისამართი აქვს. ძველი აღარსად მიდის.

event-duplicate-title = მომდევნო ღონისძიების შექმნა ამის მიხედვით
event-duplicate-text = ცალკე მონახაზი, რომელსაც გამოქვეყნებამდე ვერავინ ხედავს.
event-duplicate-keeps = ტექსტები, ორგანიზატორები და პარტნიორები, კითხვები და პარამეტრები უცვლელი რჩება.
event-duplicate-moves = სესიები და რეგისტრაციის დასრულება იმდენივე დღით გადაიწევს, რამდენითაც პირველი დღე.
event-duplicate-drops = ბმულები, კოდები, გამომსვლელები და რეგისტრაციები არ გადადის.
event-duplicate-date = პირველი დღე
event-duplicate-submit = მონახაზის შექმნა

done-saved = შენახულია.
done-saved-and-told = { $n ->
    [one] შენახულია. { $n } ადამიანს ელფოსტით ეცნობება.
   *[other] შენახულია. { $n } ადამიანს ელფოსტით ეცნობება.
}
done-saved-and-followed = { $n ->
    [one] შენახულია. ძველი ბმული არავის აქვს: { $n } ადამიანის პირადი გვერდი მაშინვე ახალზე გადადის.
   *[other] შენახულია. ძველი ბმული არავის აქვს: { $n } ადამიანის პირადი გვერდი მაშინვე ახალზე გადადის.
}
done-unchanged = არაფერი შეცვლილა.
done-event-made = მონახაზი შექმნილია. ნახეთ, რა აკლია, შემდეგ კი გამოაქვეყნეთ.
done-event-published = ღონისძიება გამოქვეყნდა. ვისაც მისამართი აქვს, შეუძლია დარეგისტრირდეს.
done-published-before = ღონისძიება უკვე გამოქვეყნებული იყო.
done-event-cancelled = { $n ->
    [0] ღონისძიება გაუქმდა. შესატყობინებელი არავინ იყო.
    [one] ღონისძიება გაუქმდა. { $n } ადამიანს ელფოსტით ეცნობება.
   *[other] ღონისძიება გაუქმდა. { $n } ადამიანს ელფოსტით ეცნობება.
}
done-not-cancelled = მხოლოდ გამოქვეყნებული ღონისძიების გაუქმება შეიძლება. არაფერი შეცვლილა.
done-link-released = { $n ->
    [0] ბმული გაიცა. ამიერიდან მას ყველა ონლაინ მონაწილეობის დადასტურებისთანავე მიიღებს.
    [one] ბმული გაიცა. მას ახლა { $n } ადამიანი იღებს.
   *[other] ბმული გაიცა. მას ახლა { $n } ადამიანი იღებს.
}
done-not-released = გასაცემი არაფერი იყო.
done-event-duplicated = მონახაზი შექმნილია. გადაამოწმეთ თარიღები და მიუთითეთ ბმული.
