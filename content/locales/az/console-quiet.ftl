# Müştəri yuxuda ikən gözləyən mesajın vəziyyəti.

console-delivery-held = Sakit saatlar: { $time } vaxtınadək saxlanılır
console-delivery-held-title = Müştəri istirahət edir. Mesaj həmin vaxt və ya müştəri yazan kimi göndəriləcək.
console-send-now = İndi göndər

console-event-nps-asked = Müştəridən dəstəyi tövsiyə edib-etməyəcəyi soruşuldu
console-event-nps-rated = { $who } dəstəyi tövsiyə edərdimi: 10 baldan { $score }
