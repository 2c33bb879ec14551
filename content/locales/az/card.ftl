# Müraciətin kartı: vəziyyət, vaxt, növbəti addım.

card-accepted = № { $id } · qəbul olundu
card-in-progress = № { $id } · icradadır
card-in-progress-by = № { $id } · icradadır ({ $agent } məşğul olur)
card-clarification = № { $id } · sizdən bir məlumat lazımdır
card-solved = № { $id } · həll olundu
card-closed = № { $id } · bağlandı
card-reopened = № { $id } · yenidən açıldı
card-urgent = Birbaşa əməkdaşa verildi.
card-eta = Əməkdaşımız { by } cavab verəcək.
card-eta-agent = { $agent } { by } cavab verəcək.
card-eta-late = Söz verdiyimiz vaxta çatmadıq. Əməkdaşımız elə burada cavab verəcək.
card-eta-none = Əməkdaşımız elə burada cavab verəcək.
card-eta-none-agent = { $agent } elə burada cavab verəcək.
card-need = Bizə lazımdır: { $need }
card-reply-here = Burada cavab yazın, davam edək.
card-can-reopen = Problem təkrarlandı? 3 gün ərzində yenidən açın.
card-write-again = Başqa sualınız var? Sadəcə yazın.
