# Talebin kartı: durum, saat, sonraki adım.

card-accepted = № { $id } · alındı
card-in-progress = № { $id } · işlemde
card-in-progress-by = № { $id } · işlemde ({ $agent } ilgileniyor)
card-clarification = № { $id } · sizden bir bilgi gerekiyor
card-solved = № { $id } · çözüldü
card-closed = № { $id } · kapatıldı
card-reopened = № { $id } · yeniden açıldı
card-urgent = Doğrudan bir görevliye iletildi.
card-eta = Görevlimizin yanıtı: { by }.
card-eta-agent = { $agent } yanıtlayacak: { by }.
card-eta-late = Söz verdiğimiz saate yetişemedik. Görevlimiz size burada yanıt verecek.
card-eta-none = Görevlimiz size burada yanıt verecek.
card-eta-none-agent = { $agent } size burada yanıt verecek.
card-need = Gereken: { $need }
card-reply-here = Buradan yanıtlayın, devam edelim.
card-can-reopen = Sorun tekrarladı mı? 3 gün içinde yeniden açın.
card-write-again = Başka sorunuz var mı? Yazmanız yeterli.
