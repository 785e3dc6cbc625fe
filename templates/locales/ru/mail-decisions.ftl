# Mails about decisions, and about turns in the waiting list.

mail-subject-approved = Ваше место подтверждено: { $title }
mail-lead-approved = Организатор подтвердил ваше место. Вы зарегистрированы на мероприятие:
mail-subject-promoted = Для вас освободилось место: { $title }
mail-lead-promoted = Вы были в листе ожидания, и для вас освободилось место. Вы зарегистрированы на мероприятие:
mail-promoted-leave = Если прийти не получится, отмените регистрацию на странице ниже: место достанется следующему в листе.
mail-subject-declined = Мы не смогли предложить вам место: { $title }
mail-lead-declined = Организатор не смог предоставить вам место. Вы не зарегистрированы на мероприятие:
mail-subject-taken_back = Организатор отозвал ваше место: { $title }
mail-lead-taken_back = Организатор отозвал ваше место. Вы больше не зарегистрированы на мероприятие:
mail-reason = Организатор пишет:
