# Müraciətdən əvvəl bilik bazasından cavablar, sözlərdən anlaşılan mövzu və dil.

answer-first =
    Salam! Mən «{ $desk }» dəstək botuyam.
    Yazdıqlarınız yalnız sizə kömək etmək üçün saxlanılır: /privacy
    Bəlkə cavab budur:
answer-ask = Yazdıqlarınız yadda saxlanıldı. Cavab kömək etdi?
button-answer-solved = Kömək etdi 👍
button-answer-not = Kömək etmədi
button-answer-whole = Hamısını oxumaq
article-gone = Bu məqalə artıq yoxdur. Nə baş verdiyini yazın, əməkdaş cavab verəcək.
topic-guess =
    Aydındır, yazdıqlarınız yadda saxlanıldı.
    Söhbət bundan gedir: { $topic }?
topic-guess-first =
    Aydındır, yazdıqlarınız yadda saxlanıldı. Mən «{ $desk }» dəstək botuyam.
    Yazdıqlarınız yalnız sizə kömək etmək üçün saxlanılır: /privacy
    Söhbət bundan gedir: { $topic }?
tongue-ask = Azərbaycanca yazırsınız. Azərbaycanca davam edək?
