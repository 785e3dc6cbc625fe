# The registration form.

form-title = Регистрация
form-title-waitlist = Запись в лист ожидания
form-lead-waitlist = Все места заняты. Когда место освободится, мы напишем тем, кто в листе ожидания.
form-submit = Зарегистрироваться
form-submit-waitlist = Записаться в лист ожидания
form-kept = { $count ->
    [0] Ваши ответы нужны только для этого мероприятия и будут удалены сразу после него.
    [one] Ваши ответы нужны только для этого мероприятия и будут удалены через { $count } день после него.
    [few] Ваши ответы нужны только для этого мероприятия и будут удалены через { $count } дня после него.
    [many] Ваши ответы нужны только для этого мероприятия и будут удалены через { $count } дней после него.
   *[other] Ваши ответы нужны только для этого мероприятия и будут удалены через { $count } дней после него.
}
optional = (необязательно)
yes = Да
no = Нет

field-name = Имя и фамилия
field-name-hint = Так вас увидит организатор. С документами имя не сверяется.
field-email = Электронная почта
field-email-hint = На этот адрес придут подтверждение и вся информация о мероприятии.
field-mode = Как вы будете участвовать?
mode-online = Онлайн
mode-online-hint = Ссылка придёт по электронной почте.
mode-in_person = Очно
field-organisation = Организация
field-position = Должность
field-country = Страна
field-listening = На каком языке вы будете слушать?
field-listening-hint = Между этими языками обеспечен перевод.
field-session = В каких сессиях вы примете участие?
field-code = Код
field-code-hint = Он указан в вашем приглашении.
question-if = Ответьте, только если на вопрос «{ $question }» выбран ответ «{ $answer }».

error-prefix = Ошибка:
error-summary = Исправьте ошибки и отправьте форму ещё раз

problem-name-missing = Укажите имя и фамилию
problem-email-missing = Укажите адрес электронной почты
problem-email-malformed = Укажите адрес электронной почты в виде name@example.org
problem-email-long = Укажите адрес электронной почты не длиннее 254 знаков
problem-mode-missing = Выберите, как вы участвуете: онлайн или очно
problem-organisation-missing = Укажите организацию
problem-position-missing = Укажите должность
problem-country-missing = Укажите страну
problem-listening-unknown = Выберите язык из списка
problem-session-missing = Выберите хотя бы одну сессию
problem-session-unknown = Выберите сессии из списка
problem-answer-missing = Ответьте на вопрос: { $question }
problem-choice-unknown = Выберите ответ из списка: { $question }
problem-consent-missing = Для регистрации поставьте отметку: { $text }
problem-code-missing = Введите код из приглашения
problem-code-unknown = Введите код точно так, как он указан в приглашении
problem-text-long = { $count ->
    [one] Сократите ответ до { $count } знака
    [few] Сократите ответ до { $count } знаков
    [many] Сократите ответ до { $count } знаков
   *[other] Сократите ответ до { $count } знаков
}
problem-code-used-up = Попросите у организатора другой код: этим уже воспользовалось предельное число участников
problem-code-expired = Попросите у организатора другой код: срок действия этого истёк
