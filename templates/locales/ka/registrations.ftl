# Registrations: the list, decisions, adding, importing, exporting.

registration-state-unconfirmed = მისამართი დაუდასტურებელია
registration-state-pending = განაცხადი
registration-state-waitlisted = მოლოდინის სია
registration-state-confirmed = დადასტურებული
registration-state-declined = უარყოფილი
registration-state-cancelled = გაუქმებული

registrations-count-unconfirmed = { $n ->
    [one] დასადასტურებელი მისამართი
   *[other] დასადასტურებელი მისამართი
}
registrations-count-pending = { $n ->
    [one] განსახილველი განაცხადი
   *[other] განსახილველი განაცხადი
}
registrations-count-waitlisted = მოლოდინის სიაში
registrations-count-confirmed = დადასტურებული
registrations-count-declined = უარყოფილი
registrations-count-cancelled = გაუქმებული
registrations-counted = დათვლის დრო: { $moment }
registrations-places-online = ონლაინ: { $taken } / { $capacity } ადგილი.
registrations-places-in_person = დარბაზში: { $taken } / { $capacity } ადგილი.
registrations-over = { $n }-ით მეტი

registrations-add = ხელით დამატება
registrations-import = სიის იმპორტი
registrations-export = ექსპორტი
registrations-empty-title = ჯერ არავინ დარეგისტრირებულა
registrations-empty-text = ვინც დარეგისტრირდება, აქ მაშინვე გამოჩნდება. ადამიანების ხელით დამატება ან სიის იმპორტიც შეგიძლიათ.
registrations-none-title = ვერაფერი მოიძებნა
registrations-none-text = გამოიყენეთ ნაკლები სიტყვა ან სხვა ფილტრი.
registrations-found = { $n ->
    [one] { $n } რეგისტრაცია
   *[other] { $n } რეგისტრაცია
}
registrations-filter-words = სახელი, ორგანიზაცია ან მისამართი
registrations-filter-state = სტატუსი
registrations-filter-mode = მონაწილეობის ფორმა
registrations-filter-language = ენა
registrations-filter-session = სესია
registrations-filter-country = ქვეყანა
registrations-filter-tag = ჭდე
registrations-filter-order = დალაგება
registrations-filter-all = ყველა
registrations-filter-submit = ჩვენება
registrations-filter-reset = ყველას ჩვენება
registrations-order-newest = უახლესი თავში
registrations-order-oldest = უძველესი თავში
registrations-order-name = სახელის მიხედვით
registrations-mode-online = ონლაინ
registrations-mode-in_person = ადგილზე
registrations-name = სახელი და გვარი
registrations-about = თანამდებობა და ორგანიზაცია
registrations-email = ელფოსტის მისამართი
registrations-state = სტატუსი
registrations-mode = მონაწილეობის ფორმა
registrations-language = ენა
registrations-at = რეგისტრაციის დრო
registrations-tick = მონიშვნა
registrations-tick-page = ამ გვერდზე ყველას მონიშვნა
registrations-undeliverable = წერილები უკან ბრუნდება
registrations-told-at = ეცნობება: { $moment }
registrations-pager-label = გვერდები
registrations-pager-previous = წინა გვერდი
registrations-pager-next = შემდეგი გვერდი
registrations-pager-page = გვერდი { $page } / { $pages }

bulk-title = მონიშნულებისთვის
bulk-all = { $n ->
    [one] ერთადერთი ნაპოვნი
   *[other] ყველა ნაპოვნი ({ $n }), ყველა გვერდზე
}
bulk-tag = ჭდე
bulk-tag-submit = ჭდის დამატება
bulk-hint = გადაწყვეტილების უკან დაბრუნება ხუთი წუთის განმავლობაში შეიძლება; შემდეგ წერილი იგზავნება.
verb-approve = დამტკიცება
verb-waitlist = მოლოდინის სიაში გადატანა
verb-decline = უარყოფა
verb-decline-ask = უარყოფა…
verb-withdraw = გაუქმება
verb-withdraw-ask = გაუქმება…

undo-title = { $n ->
    [one] ერთი გადაწყვეტილების უკან დაბრუნება შეიძლება
   *[other] { $n } გადაწყვეტილების უკან დაბრუნება შეიძლება
}
undo-until = წერილის გაგზავნის დრო: { $moment }.
undo-button = უკან დაბრუნება
undo-row-confirmed = { $n ->
    [one] დამტკიცდა: { $n }
   *[other] დამტკიცდა: { $n }
}
undo-row-declined = { $n ->
    [one] უარყოფილია: { $n }
   *[other] უარყოფილია: { $n }
}
undo-row-waitlisted = { $n ->
    [one] მოლოდინის სიაში გადავიდა: { $n }
   *[other] მოლოდინის სიაში გადავიდა: { $n }
}
undo-row-cancelled = { $n ->
    [one] გაუქმდა: { $n }
   *[other] გაუქმდა: { $n }
}
told-full = { $n ->
    [one] { $n } ადამიანისთვის თავისუფალი ადგილი არ არის.
   *[other] { $n } ადამიანისთვის თავისუფალი ადგილი არ არის.
}
told-not-open = { $n ->
    [one] { $n } რეგისტრაციის სტატუსი ამას არ უშვებს.
   *[other] { $n } რეგისტრაციის სტატუსი ამას არ უშვებს.
}
told-know-link = { $n ->
    [one] { $n } ადამიანს ჩართვის ბმული უკვე გაეგზავნა: მას მხოლოდ ახალი ბმული შეაჩერებს.
   *[other] { $n } ადამიანს ჩართვის ბმული უკვე გაეგზავნა: მათ მხოლოდ ახალი ბმული შეაჩერებს.
}
told-listed = { $n ->
    [one] { $n } ადგილი ამასობაში სხვას გადაეცა: მისი წინა მფლობელი ახლა მოლოდინის სიის ბოლოშია.
   *[other] { $n } ადგილი ამასობაში სხვებს გადაეცა: მათი წინა მფლობელები ახლა მოლოდინის სიის ბოლოში არიან.
}
told-stay = { $n ->
    [one] { $n } გადაწყვეტილება ძალაში რჩება: წერილი უკვე გაიგზავნა ან მას შემდეგ სხვა რამ მოხდა.
   *[other] { $n } გადაწყვეტილება ძალაში რჩება: წერილი უკვე გაიგზავნა ან მას შემდეგ სხვა რამ მოხდა.
}

decide-title-approve = { $n ->
    [one] { $n } რეგისტრაციის დამტკიცება
   *[other] { $n } რეგისტრაციის დამტკიცება
}
decide-title-waitlist = { $n ->
    [one] { $n } რეგისტრაციის მოლოდინის სიაში გადატანა
   *[other] { $n } რეგისტრაციის მოლოდინის სიაში გადატანა
}
decide-title-decline = { $n ->
    [one] { $n } რეგისტრაციის უარყოფა
   *[other] { $n } რეგისტრაციის უარყოფა
}
decide-title-withdraw = { $n ->
    [one] { $n } რეგისტრაციის გაუქმება
   *[other] { $n } რეგისტრაციის გაუქმება
}
decide-more = { $n ->
    [one] და კიდევ { $n }
   *[other] და კიდევ { $n }
}
decide-told-approve = { $n ->
    [one] ეს ადამიანი მიიღებს ადგილს და დამადასტურებელ წერილს.
   *[other] ეს { $n } ადამიანი მიიღებს ადგილს, რამდენადაც თავისუფალი ადგილები არის, და დამადასტურებელ წერილს.
}
decide-told-waitlist = { $n ->
    [one] ეს ადამიანი მოლოდინის სიაში აღმოჩნდება და ამას წერილით შეიტყობს.
   *[other] ეს { $n } ადამიანი მოლოდინის სიაში აღმოჩნდება და ამას წერილით შეიტყობს.
}
decide-told-decline = { $n ->
    [one] ეს ადამიანი წერილით შეიტყობს, რომ ადგილი არ არის.
   *[other] ეს { $n } ადამიანი წერილით შეიტყობს, რომ ადგილი არ არის.
}
decide-told-withdraw = { $n ->
    [one] რეგისტრაცია უქმდება ამ ადამიანის თხოვნით, რასაც წერილი დაადასტურებს.
   *[other] ეს { $n } რეგისტრაცია უქმდება ამ ადამიანების თხოვნით, რასაც წერილები დაადასტურებს.
}
decide-undo = { $n ->
    [one] წერილები { $n } წუთში გაიგზავნება; მანამდე გადაწყვეტილების უკან დაბრუნება შეგიძლიათ.
   *[other] წერილები { $n } წუთში გაიგზავნება; მანამდე გადაწყვეტილების უკან დაბრუნება შეგიძლიათ.
}
decide-places = { $n ->
    [one] მათგან { $n } ადამიანს ახლა ადგილი აქვს. ადგილი გათავისუფლდება, ჩანაწერი კი კალენდრიდან წაიშლება.
   *[other] მათგან { $n } ადამიანს ახლა ადგილი აქვს. ადგილები გათავისუფლდება, ჩანაწერები კი კალენდრებიდან წაიშლება.
}
decide-submit-approve = { $n ->
    [one] დამტკიცება
   *[other] ყველას დამტკიცება ({ $n })
}
decide-submit-waitlist = { $n ->
    [one] მოლოდინის სიაში გადატანა
   *[other] ყველას გადატანა მოლოდინის სიაში ({ $n })
}
decide-submit-decline = { $n ->
    [one] უარყოფა
   *[other] ყველას უარყოფა ({ $n })
}
decide-submit-withdraw = { $n ->
    [one] გაუქმება
   *[other] ყველას გაუქმება ({ $n })
}
decide-cancel = გადაწყვეტილების გარეშე დაბრუნება
decide-nobody = არავინ არის მონიშნული.
registrations-reason = მიზეზი
registrations-reason-in = მიზეზი ({ $language })
registrations-type-name = დასადასტურებლად აკრიფეთ { $name }
registrations-type-name-wrong = აკრიფეთ ზუსტად: { $name }. ეს ბევრ ადამიანს ეხება

requests-title = განაცხადები
requests-all = ყველა რეგისტრაცია
requests-lead = { $n ->
    [one] გადაწყვეტილებას { $n } განაცხადი ელოდება.
   *[other] გადაწყვეტილებას { $n } განაცხადი ელოდება.
}
requests-free = { $n ->
    [one] თავისუფალია { $n } ადგილი.
   *[other] თავისუფალია { $n } ადგილი.
}
requests-keys = მონიშნეთ თითოეული განაცხადი, შემდეგ შეინახეთ. კლავიატურით: A – დამტკიცება, W – მოლოდინის სია, D – უარყოფა, S – მოგვიანებით; J და K – ქვემოთ და ზემოთ.
requests-marked = მონიშნულია:
requests-earlier = { $n ->
    [one] დადასტურებული იყო { $n } წინა ღონისძიებაზე
   *[other] დადასტურებული იყო { $n } წინა ღონისძიებაზე
}
requests-reason = უარყოფის მიზეზი
requests-submit = გადაწყვეტილებების შენახვა
requests-none-title = განაცხადები არ არის
requests-none-text = ყველაფერი გადაწყვეტილია.
mark-approve = დამტკიცება
mark-waitlist = მოლოდინის სია
mark-decline = უარყოფა
mark-later = მოგვიანებით

one-facts = მონაცემები
one-address-confirmed = მისამართი დადასტურდა
one-confirmed = ადგილი მიენიჭა
one-reason = მითითებული მიზეზი
one-sessions = სესიები
one-earlier = ადრე
one-answers = პასუხები
one-tags = ჭდეები
one-tags-hint = გამოყავით მძიმეებით; მათ მხოლოდ ორგანიზატორები ხედავენ
one-tags-submit = ჭდეების შენახვა
one-notes = შენიშვნები
one-note-hint = მხოლოდ ორგანიზატორები ხედავენ
one-note-submit = შენიშვნის დამატება
one-note-remove = წაშლა
one-mails = წერილები
one-mails-none = წერილი ჯერ არ არის.
one-mail-kind = რა
one-mail-at = როდის
one-mail-reply = სერვერის პასუხი
one-calendar = კალენდრის პასუხი
one-stays = დასწრება
one-history = რა მოხდა
calendar-answer-accepted = მიღებულია
calendar-answer-tentative = სავარაუდოდ
calendar-answer-declined = უარი

registration-mail-registered = რეგისტრაციის დასტური
registration-mail-link = ჩართვის ბმული
registration-mail-withdrawn = რეგისტრაციის გაუქმება
registration-mail-confirm_address = მისამართის დადასტურება
registration-mail-received = განაცხადი მიღებულია
registration-mail-waitlisted = მოლოდინის სიაში
registration-mail-known = უკვე დარეგისტრირებულია
registration-mail-approved = დამტკიცებულია
registration-mail-promoted = ადგილი მოლოდინის სიიდან
registration-mail-declined = უარყოფილია
registration-mail-decline_noted = კალენდრის უარი
registration-mail-reminder = შეხსენება
registration-mail-changed = ცვლილება
registration-mail-cancelled = ღონისძიება გაუქმებულია
registration-mail-announcement = განცხადება
registration-mail-follow_up = შემაჯამებელი წერილი
registration-mail-state-scheduled = გაიგზავნება
registration-mail-state-leased = იგზავნება
registration-mail-state-retry = კვლავ ვცდით
registration-mail-state-sent = გაიგზავნა
registration-mail-state-failed = არ მიიღეს
registration-mail-state-suppressed = არ გაიგზავნა
registration-mail-state-uncertain = შესაძლოა, მივიდა
registration-mail-state-dead = შედგენა ვერ მოხერხდა
registration-actor-attendee = მონაწილე
registration-actor-convoke = სერვისი
registration-actor-operator = ოპერატორი
registration-actor-gone = ყოფილი თანამშრომელი
registration-deed-registered = დარეგისტრირდა
registration-deed-approved = დამტკიცდა
registration-deed-declined = უარყოფილია
registration-deed-waitlisted = გადავიდა მოლოდინის სიაში
registration-deed-withdrawn = გაუქმდა
registration-deed-decision_undone = გადაწყვეტილება უკან დაბრუნდა
registration-deed-promoted = ადგილი მიენიჭა მოლოდინის სიიდან
registration-deed-address_confirmed = მისამართი დადასტურდა
registration-deed-hold_expired = ადგილი გათავისუფლდა: მისამართი დროულად არ დადასტურდა
registration-deed-undeliverable = წერილი უკან დაბრუნდა
registration-deed-note_added = შენიშვნა დაემატა
registration-deed-note_removed = შენიშვნა წაიშალა
registration-deed-tagged = ჭდეები შეიცვალა
registration-deed-checked_in = მოსვლა აღინიშნა
registration-deed-check_in_undone = მოსვლის აღნიშვნა გაუქმდა

add-title = მონაწილის დამატება
add-lead = მონაწილე ადგილს და ჩვეულებრივ დასტურს ელფოსტით მაშინვე იღებს. დამტკიცება, კოდი ან თანხმობა არ მოითხოვება.
add-language = მისთვის გაგზავნილი წერილების ენა
add-beyond = დამატება, თუნდაც რეგისტრაცია დასრულებული ან ყველა ადგილი შევსებული იყოს
add-submit = დამატება
add-closed = რეგისტრაცია დასრულდა ({ $moment }): მაინც დასამატებლად მონიშნეთ უჯრა
add-full = თავისუფალი ადგილი არ არის: მაინც დასამატებლად მონიშნეთ უჯრა
add-over = ღონისძიება დასრულებულია ან არ ტარდება: დამატება შეუძლებელია
add-known = ეს მისამართი უკვე დარეგისტრირებულია
add-known-link = ამ რეგისტრაციის გახსნა

export-title = რეგისტრაციების ექსპორტი
export-lead = { $n ->
    [one] ერთი რეგისტრაცია, როგორც სიაში ჩანს.
   *[other] { $n } რეგისტრაცია, როგორც სიაში ჩანს.
}
export-columns = სვეტები
export-columns-hint = აიღეთ მხოლოდ ის, რაც გჭირდებათ: აქედან გატანილის აქედანვე წაშლა შეუძლებელია.
export-purpose = რისთვის გჭირდებათ სია?
export-purpose-hint = ერთი სტრიქონი; ჟურნალში თქვენს სახელთან და სვეტებთან ერთად ინახება.
export-purpose-missing = მოკლედ მიუთითეთ, რისთვის გჭირდებათ სია
export-kept = { $n ->
    [0] აქ მონაცემები ღონისძიების დასრულებისთანავე იშლება. მაშინ ფაილიც წაშალეთ.
    [one] აქ მონაცემები ღონისძიებიდან { $n } დღეში იშლება. მაშინ ფაილიც წაშალეთ.
   *[other] აქ მონაცემები ღონისძიებიდან { $n } დღეში იშლება. მაშინ ფაილიც წაშალეთ.
}
export-xlsx = ჩამოტვირთვა Excel-ისთვის (XLSX)
export-csv = ჩამოტვირთვა CSV ფორმატში
export-column-name = სახელი და გვარი
export-column-state = სტატუსი
export-column-email = ელფოსტის მისამართი
export-column-organisation = ორგანიზაცია
export-column-position = თანამდებობა
export-column-country = ქვეყანა
export-column-language = ენა
export-column-mode = მონაწილეობის ფორმა
export-column-sessions = სესიები
export-column-registered = რეგისტრაციის დრო
export-column-answers = პასუხები თქვენს კითხვებზე
export-column-tags = ჭდეები
export-column-source = გამოყენებული ბმული

import-title = სიის იმპორტი
import-lead = ადამიანების სია ცხრილიდან: არაუმეტეს { $n } მწკრივისა. სანამ ვინმე დაემატება, ნახავთ, რა მოხდება.
import-file = ფაილი
import-file-hint = CSV ან ტექსტი, მძიმეებით, წერტილმძიმეებით ან ტაბულაციით გამოყოფილი. Excel-იდან: შენახვა როგორც, CSV.
import-paste = ან ჩასვით ცხრილიდან
import-paste-hint = სათაურების მწკრივთან ერთად, მაგალითად: სახელი და გვარი, ელფოსტა, ორგანიზაცია.
import-submit = წინასწარ ნახვა
import-empty = აირჩიეთ ფაილი ან ჩასვით მწკრივები
import-many = გაყავით სია: მასში იმაზე მეტი მწკრივია, ვიდრე ერთდროულად დაიშვება
import-large = გაყავით სია: ის 4 მბ-ზე დიდია
import-preview-title = ნახეთ, სანამ ვინმე დაემატება
import-again = სხვა სიის ატვირთვა
import-count = { $n ->
    [one] ერთი მწკრივი.
   *[other] { $n } მწკრივი.
}
import-new = { $n ->
    [0] არავინ დაემატება.
    [one] დაემატება ერთი ადამიანი.
   *[other] დაემატება { $n } ადამიანი.
}
import-known = { $n ->
    [one] ერთი უკვე დარეგისტრირებულია და უცვლელი რჩება.
   *[other] { $n } უკვე დარეგისტრირებულია და უცვლელი რჩება.
}
import-gone = { $n ->
    [one] ერთს იქ, საიდანაც სიაა, ადგილი აღარ აქვს და გამოტოვებულია.
   *[other] { $n } ადამიანს იქ, საიდანაც სიაა, ადგილი აღარ აქვს და გამოტოვებულია.
}
import-columns = რას შეიცავს სვეტები
import-encoding = ასოები დამახინჯებულია? წაკითხვა კოდირებით
import-encoding-auto = ავტომატურად
import-mode = მონაწილეობის ფორმა, თუ სიაში მითითებული არ არის
import-line = სტრიქონი
import-column = სვეტი
import-value = რა წერია
import-fault = რა უნდა გაკეთდეს
import-faults = რა არის გასასწორებელი
import-faults-title = გაასწორეთ სიაში და ხელახლა ატვირთეთ
import-faults-count = { $n ->
    [one] გასასწორებელია ერთი უჯრა
   *[other] გასასწორებელია { $n } უჯრა
}
import-more-faults = { $n ->
    [one] და კიდევ ერთი
   *[other] და კიდევ { $n }
}
import-look = ხელახლა ნახვა
import-fate-new = ახალი
import-fate-known = უკვე არის
import-fate-gone = ადგილის გარეშე
import-fate-fault = შეცდომა
import-beyond = დამატება, თუნდაც რეგისტრაცია დასრულებული იყოს ან ადგილები არ ჰყოფნიდეს
import-told = ყველა დამატებული ადამიანი ჩვეულებრივ დასტურს ელფოსტით მაშინვე იღებს. ემატება ან ყველა, ან არავინ.
import-add = { $n ->
    [one] ერთი ადამიანის დამატება
   *[other] { $n } ადამიანის დამატება
}
import-column-number = სვეტი { $n }
import-column-skip = (გამოტოვება)
import-column-name = სახელი და გვარი
import-column-given = სახელი
import-column-family = გვარი
import-column-email = ელფოსტის მისამართი
import-column-organisation = ორგანიზაცია
import-column-position = თანამდებობა
import-column-country = ქვეყანა
import-column-mode = მონაწილეობის ფორმა
import-column-language = ენა
import-column-sessions = სესიები
import-column-status = სტატუსი
import-sheet-empty = სიაში მწკრივები არ არის
import-sheet-no-name = მიუთითეთ, რომელ სვეტშია სახელები
import-sheet-no-email = მიუთითეთ, რომელ სვეტშია ელფოსტის მისამართები
import-sheet-twice = ორი სვეტი ერთსა და იმავეს აღნიშნავს
import-sheet-over = ღონისძიება დასრულებულია ან არ ტარდება: დამატება შეუძლებელია
import-fault-name-missing = შეიყვანეთ სახელი და გვარი
import-fault-text-long = შეამოკლეთ 200 სიმბოლომდე
import-fault-email-missing = შეიყვანეთ ელფოსტის მისამართი
import-fault-email-malformed = შეიყვანეთ მისამართი ასეთი სახით: name@example.org
import-fault-email-repeated = ეს მისამართი ერთხელ დატოვეთ: ის უკვე წერია სტრიქონზე { $line }
import-fault-mode-unknown = ჩაწერეთ online (ონლაინ) ან in person (ადგილზე)
import-fault-language-unknown = ჩაწერეთ ღონისძიების ერთ-ერთი ენა, მაგალითად, ka ან ქართული
import-fault-session-unknown = ჩაწერეთ სესიების სახელები ან გასაღებები, წერტილმძიმეებით გამოყოფილი
import-fault-status-unknown = ჩაწერეთ „დადასტურებული“ ან „გაუქმებული“, როცა იქ, საიდანაც სიაა, გადაწყვეტენ; ან გამოტოვეთ სვეტი

done-decided-approve = { $n ->
    [one] დამტკიცდა ერთი რეგისტრაცია.
   *[other] დამტკიცდა { $n } რეგისტრაცია.
}
done-decided-waitlist = { $n ->
    [one] მოლოდინის სიაში გადავიდა ერთი რეგისტრაცია.
   *[other] მოლოდინის სიაში გადავიდა { $n } რეგისტრაცია.
}
done-decided-decline = { $n ->
    [one] უარყოფილია ერთი რეგისტრაცია.
   *[other] უარყოფილია { $n } რეგისტრაცია.
}
done-decided-withdraw = { $n ->
    [one] გაუქმდა ერთი რეგისტრაცია.
   *[other] გაუქმდა { $n } რეგისტრაცია.
}
done-decided-several = { $n ->
    [one] მიღებულია ერთი გადაწყვეტილება.
   *[other] მიღებულია { $n } გადაწყვეტილება.
}
done-decision-undone = { $n ->
    [0] არაფერი დაბრუნებულა უკან.
    [one] უკან დაბრუნდა ერთი გადაწყვეტილება.
   *[other] უკან დაბრუნდა { $n } გადაწყვეტილება.
}
done-nobody-chosen = არაფერი შეცვლილა: ჯერ მონიშნეთ ვინმე.
done-tagged = { $n ->
    [one] ჭდე დაემატა ერთ რეგისტრაციას.
   *[other] ჭდე დაემატა { $n } რეგისტრაციას.
}
done-registration-added = დაემატა. დასტური იგზავნება.
done-note-added = შენიშვნა დაემატა.
done-note-removed = შენიშვნა წაიშალა.
done-tags-set = ჭდეები შენახულია.
done-imported = { $n ->
    [one] დაემატა ერთი ადამიანი. დასტური იგზავნება.
   *[other] დაემატა { $n } ადამიანი. დასტურები იგზავნება.
}
