# Botun susduğu saatlar.

quiet-now =
    🌙 { $from }–{ $until } arası sizi narahat etmirəm. Təcili məsələlər yenə gəlir.
    Özünüz yazsanız, gözləyənlər dərhal gələcək.
quiet-none = Sizə istənilən vaxt yazıram. Gecələr narahat etməyim?
quiet-set = Oldu.

button-quiet-off = İstənilən vaxt
command-quiet = Sakit saatları seçmək
