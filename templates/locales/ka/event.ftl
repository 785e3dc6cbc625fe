# An event: what pages, mails and calendar entries say about it.

kind-roundtable = მრგვალი მაგიდა
kind-webinar = ვებინარი
kind-workshop = სამუშაო შეხვედრა
kind-conference = კონფერენცია
kind-summit = სამიტი
kind-lecture = ლექცია
kind-other = ღონისძიება

format-in_person = ადგილზე
format-online = ონლაინ
format-hybrid = ჰიბრიდული: ადგილზე და ონლაინ

facts-label = მოკლედ
fact-when = თარიღი და დრო
fact-where = ჩატარების ადგილი
fact-languages = ენები
fact-registration = რეგისტრაცია
fact-rules = შეხვედრის წესები
fact-hosts = ორგანიზატორები და პარტნიორები
fact-your-time = თქვენი დროით:

where-online = ონლაინ
where-online-on = ონლაინ, პლატფორმა: { $provider }
where-in-person = ადგილზე
where-to-be-announced = ადგილზე; მისამართი მოგვიანებით გამოცხადდება
where-map = რუკა

link-after_close = ბმულს ელფოსტით მიიღებთ რეგისტრაციის დასრულების შემდეგ.
link-on_confirmation = ბმულს ელფოსტით მიიღებთ, როგორც კი თქვენი ადგილი დადასტურდება.
link-before_start = ბმულს ელფოსტით მიიღებთ. გაგზავნის დაწყება: { $moment }.
link-manual = ბმულს ელფოსტით მიიღებთ ღონისძიების დაწყებამდე.

interpretation-simultaneous-between = სინქრონული თარგმანი ორივე მიმართულებით: { $from } – { $to }
interpretation-simultaneous = სინქრონული თარგმანი: { $from } → { $to }
interpretation-consecutive-between = თანმიმდევრული თარგმანი ორივე მიმართულებით: { $from } – { $to }
interpretation-consecutive = თანმიმდევრული თარგმანი: { $from } → { $to }
interpretation-sign = ჟესტური ენის თარგმანი ({ $from })

rules-on_record = ღია ფორმატი: ნათქვამის ციტირება დასაშვებია.
rules-chatham_house = ჩეთემ ჰაუსის წესი: ნათქვამის გამოყენება შეიძლება, მაგრამ იმის გამხელა, ვინ თქვა – არა.
rules-recording = ღონისძიება ჩაიწერება.
rules-photography = ღონისძიებაზე ფოტოგადაღება იქნება.

host-organiser = { $count ->
    [one] ორგანიზატორი
   *[other] ორგანიზატორები
}
host-partner = { $count ->
    [one] პარტნიორი
   *[other] პარტნიორები
}
host-supporter = { $count ->
    [one] მხარდამჭერი
   *[other] მხარდამჭერები
}
host-sponsor = { $count ->
    [one] სპონსორი
   *[other] სპონსორები
}
host-media_partner = { $count ->
    [one] მედიაპარტნიორი
   *[other] მედიაპარტნიორები
}

role-speaker = { $count ->
    [one] მომხსენებელი
   *[other] მომხსენებლები
}
role-moderator = { $count ->
    [one] მოდერატორი
   *[other] მოდერატორები
}
role-discussant = { $count ->
    [one] დისკუსანტი
   *[other] დისკუსანტები
}
role-keynote = { $count ->
    [one] მთავარი მომხსენებელი
   *[other] მთავარი მომხსენებლები
}
role-interpreter = { $count ->
    [one] თარჯიმანი
   *[other] თარჯიმნები
}
role-opening = { $count ->
    [one] მისასალმებელი სიტყვა
   *[other] მისასალმებელი სიტყვა
}

to-be-announced = გამოცხადდება მოგვიანებით
programme = პროგრამა
lineup = გამომსვლელები
about = ღონისძიების შესახებ
session-number = სესია { $number }
session-languages = ენები: { $languages }
session-count = { $count ->
    [one] { $count } სესია
   *[other] { $count } სესია
}

state-open = რეგისტრაცია ღიაა
state-not_yet = მალე გაიხსნება
state-full = ადგილები შევსებულია
state-closed = რეგისტრაცია დასრულებულია
state-cancelled = გაუქმებულია
state-over = ჩატარებულია

door-open = რეგისტრაცია ღიაა. ბოლო ვადა: { $moment }.
door-not_yet = რეგისტრაციის დაწყება: { $moment }.
door-closed = რეგისტრაცია დასრულდა: { $moment }.
door-full = ყველა ადგილი შევსებულია.
door-waitlist = შეგიძლიათ ჩაეწეროთ მოლოდინის სიაში. ბოლო ვადა: { $moment }.
door-cancelled = ეს ღონისძიება გაუქმებულია და არ ჩატარდება.
door-over = ეს ღონისძიება უკვე ჩატარდა.
door-approval = თითოეულ ადგილს ორგანიზატორი ადასტურებს.
door-invitation = მხოლოდ მოწვევით: დაგჭირდებათ მოსაწვევში მითითებული კოდი.
