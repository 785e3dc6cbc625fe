# The door: check-in, lists and badges.

check-in-list = დასაბეჭდი სია
check-in-badges = ბეიჯები
check-in-present = { $n ->
    [one] უკვე მოვიდა; დარბაზში სულ { $expected } მოსალოდნელია
   *[other] უკვე მოვიდა; დარბაზში სულ { $expected } მოსალოდნელია
}
check-in-over = ეს სესია დასრულდა ან ღონისძიება არ ტარდება. მოსვლის აღნიშვნა მაინც შეიძლება.
check-in-session = სესია
check-in-words = სახელი ან ორგანიზაცია
check-in-who = ჩვენება
check-in-who-all = ყველა
check-in-who-expected = ჯერ არმოსული
check-in-who-present = უკვე მოსული
check-in-headset = ყურსასმენი: { $language }
check-in-headset-column = ყურსასმენი
check-in-came = მოვიდა: { $moment } ({ $who })
check-in-button = მოსვლის აღნიშვნა
check-in-undo = აღნიშვნის გაუქმება
check-in-none-title = ვერავინ მოიძებნა
check-in-none-text = აქ მხოლოდ ისინი ჩანან, ვისი ადგილიც დადასტურებულია. აკრიფეთ სახელის ნაკლები ასო ან აირჩიეთ სხვა სესია.
check-in-other-sessions = სხვა სესიები
check-in-no-place = ამ პირს დადასტურებული ადგილი არ აქვს. გადაწყვეტილების მიღება ორგანიზატორს შეუძლია.
check-in-all = შესასვლელთან დაბრუნება
check-in-print-hint = დაბეჭდეთ ეს გვერდი ბრაუზერიდან (Ctrl P).
check-in-there = მოვიდა
badges-none-text = ბეიჯი განკუთვნილია მათთვის, ვისაც დარბაზში ადგილი დადასტურებული აქვს.
badge-rules-chatham_house = ჩეთემ ჰაუსის წესი
badge-rules-on_record = ციტირება დასაშვებია
badge-no-photos = ფოტოგადაღება აკრძალულია.
badge-recorded = ღონისძიება იწერება.
own-code-title = შესასვლელისთვის
own-code-label = შესვლის კოდი
own-code-text = აჩვენეთ ეს კოდი შესასვლელთან – ტელეფონში ან ამობეჭდილი. სახელის თქმაც საკმარისია.
done-checked-in = მოსვლა აღინიშნა.
done-checked-in-before = მოსვლა უკვე აღნიშნული იყო.
done-check-in-undone = მოსვლის აღნიშვნა გაუქმდა.
done-no-place = მოსვლა არ აღინიშნა: ამ სესიაზე დადასტურებული ადგილი არ არის.
