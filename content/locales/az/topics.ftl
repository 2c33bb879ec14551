# Şəxsi söhbətdə öz mövzusu olan müraciətlər.

topic-opened = № { $id } üçün ayrıca mövzu açıldı. Ona aid hər şey oradadır.
card-personal = Bununla { $agent } şəxsən məşğul olur.
