# Özel sohbette kendi konusu olan talepler.

topic-opened = № { $id } için ayrı bir konu açıldı. Onunla ilgili her şey orada.
card-personal = Bununla { $agent } bizzat ilgileniyor.
