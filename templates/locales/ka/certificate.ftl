# The certificate of attendance, and where it is verified.

certificate-title = დასწრების მოწმობა
certificate-own = თქვენს რეგისტრაციაზე დაბრუნება
certificate-text = დაესწრო ამ ღონისძიებას, როგორც ორგანიზატორებმა აღნიშნეს.
certificate-picture = კოდი ტელეფონის კამერისთვის, მისამართით, სადაც მოწმდება
certificate-verify = ვისაც ეს მოწმობა უჭირავს, სახელი და კოდი შეუძლია შეამოწმოს მისამართზე
certificate-print = ამობეჭდეთ ეს გვერდი ბრაუზერიდან (Ctrl P) ან შეინახეთ. აქ იქნება { $moment }-მდე; ამობეჭდილი მერეც შემოწმდება.
certificate-kept = მისთვის არაფერი ინახება და თქვენს სახელს ვერავინ მოძებნის.
own-certificate-text = ორგანიზატორებმა აღნიშნეს, რომ დაესწარით.
own-certificate-link = თქვენი მოწმობის გახსნა
verify-title = დასწრების მოწმობის შემოწმება
verify-lead = შეიყვანეთ სახელი და კოდი ისე, როგორც მოწმობაზე წერია. სახელების სია, რომელშიც მოძებნიდით, არ არსებობს.
verify-field-name = სახელი მოწმობაზე
verify-field-code = კოდი
verify-field-code-hint = ასოები და ციფრები, ოთხ-ოთხად
verify-name-missing = შეიყვანეთ სახელი
verify-code-missing = შეიყვანეთ კოდი
verify-wrong = შეადარეთ სახელი და კოდი მოწმობას: ასე ერთად ისინი არაფერს ადასტურებს
verify-button = შემოწმება
verify-proven-title = ეს მოწმობა ნამდვილია
verify-proven-text = { $name } დაესწრო ამ ღონისძიებას, როგორც ორგანიზატორებმა აღნიშნეს.
verify-proven-name = ეს სახელი რეგისტრაციისას მიუთითეს; დოკუმენტს არავინ შეადარა.
