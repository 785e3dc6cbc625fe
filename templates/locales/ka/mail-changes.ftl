# Mails that tell many at once: reminders, changes, cancellations.

mail-subject-reminder = შეხსენება: { $title }
mail-lead-reminder = გახსენებთ ღონისძიებას, რომელზეც დარეგისტრირებული ხართ:
mail-reminders-stop = თუ ამ ღონისძიების შესახებ შეხსენებების მიღება აღარ გსურთ:
mail-reminders-stop-link = შეხსენებების შეწყვეტა
mail-subject-changed-time = ახალი დრო: { $title }
mail-subject-changed-place = ჩატარების ახალი ადგილი: { $title }
mail-subject-changed-link = ჩართვის ახალი ბმული: { $title }
mail-subject-changed-several = რა შეიცვალა: { $title }
mail-changed-time = დრო შეიცვალა. ახალი დრო ქვემოთ არის მითითებული.
mail-changed-place = ჩატარების ადგილი შეიცვალა. ახალი ადგილი ქვემოთ არის მითითებული.
mail-changed-link = ჩართვის ბმული შეიცვალა; ადრე გამოგზავნილი ბმული აღარ მუშაობს.
mail-changed-kept = თქვენი რეგისტრაცია ძალაში რჩება. თუ დასწრებას შეძლებთ, არაფრის გაკეთება არ არის საჭირო.
mail-changed-pending = თქვენს განაცხადზე გადაწყვეტილებას ორგანიზატორი მოგვიანებით მიიღებს.
mail-changed-waitlisted = თქვენ კვლავ მოლოდინის სიაში ხართ.
mail-calendar-changed = თანდართული ჩანაწერი თქვენს კალენდარს განაახლებს.
mail-subject-cancelled = გაუქმებულია: { $title }
mail-lead-cancelled = ქვემოთ მითითებული ღონისძიება გაუქმებულია და არ ჩატარდება.
calendar-cancelled = ეს ღონისძიება გაუქმებულია.
