# Şəxsi söhbətdə öz mövzusu olan müraciətlər.

topic-opened = № { $id } üçün ayrıca mövzu açıldı. Ona aid hər şey oradadır.
