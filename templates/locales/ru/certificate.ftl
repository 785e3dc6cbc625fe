# The certificate of attendance, and where it is verified.

certificate-title = Свидетельство об участии
certificate-own = К вашей регистрации
certificate-text = участие в этом мероприятии отмечено его организаторами.
certificate-picture = Код для камеры телефона с адресом, где это проверяют
certificate-verify = Тот, у кого это свидетельство, может проверить имя и код по адресу
certificate-print = Напечатайте эту страницу из браузера (Ctrl P) или сохраните её. Она будет здесь до { $moment }; напечатанное можно проверить и позже.
certificate-kept = Для него ничего не хранится, и никто не может искать ваше имя.
own-certificate-text = Организаторы отметили, что вы были.
own-certificate-link = Открыть свидетельство
verify-title = Проверка свидетельства об участии
verify-lead = Введите имя и код так, как они стоят в свидетельстве. Списка имён, в котором можно искать, нет.
verify-field-name = Имя в свидетельстве
verify-field-code = Код
verify-field-code-hint = Буквы и цифры группами по четыре
verify-name-missing = Введите имя
verify-code-missing = Введите код
verify-wrong = Сверьте имя и код со свидетельством: в таком виде они ничего не доказывают
verify-button = Проверить
verify-proven-title = Свидетельство подлинное
verify-proven-text = { $name }: участие в этом мероприятии отмечено его организаторами.
verify-proven-name = Это имя указано при регистрации; с документом его никто не сверял.
