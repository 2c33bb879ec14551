# Карточка обращения: статус, время, следующий шаг.

card-accepted = № { $id } · принято
card-in-progress = № { $id } · в работе
card-in-progress-by = № { $id } · в работе (занимается { $agent })
card-clarification = № { $id } · нужно уточнение от вас
card-solved = № { $id } · решено
card-closed = № { $id } · закрыто
card-reopened = № { $id } · снова открыто
card-urgent = Сразу передано человеку.
card-eta = Сотрудник ответит { by }.
card-eta-agent = { $agent } ответит { by }.
card-eta-late = Мы не успели к сроку. Сотрудник ответит вам прямо здесь.
card-eta-none = Сотрудник ответит вам прямо здесь.
card-eta-none-agent = { $agent } ответит вам прямо здесь.
card-need = Нам нужно: { $need }
card-reply-here = Ответьте здесь, и мы продолжим.
card-can-reopen = Проблема вернулась? Откройте снова в течение 3 дней.
card-write-again = Есть ещё вопрос? Просто напишите.
