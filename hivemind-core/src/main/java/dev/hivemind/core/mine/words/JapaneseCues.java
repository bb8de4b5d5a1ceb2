package dev.hivemind.core.mine.words;

import java.util.List;

/**
 * Japanese. Each list is the wordings of one {@link Family}, which says why it counts. There are no
 * word boundaries, and what is forbidden or due is told by the verb's ending.
 */
final class JapaneseCues {
  static final List<Cue> LIST =
      List.of(
          Cue.of(
              Family.REFUSES,
              "^(?:あ[、,]?|え[、,]?|いや[、,]?)*(?:違い?ます|違う|ちがう|いいえ|いや(?:[、,。]|違)|だめ|ダメ|待って|ちょっと待)|そうじゃな|そうではな|間違(?:って|い)ま?す?|間違えて"),
          Cue.of(Family.UNDOES, "元に戻し|戻して|取り消して|巻き戻し"),
          Cue.of(Family.FORBIDS, "しないで|やめて|使わないで|禁止|してはいけ|しては駄目|ではなく|触らないで|ません(?:ので|から)|絶対に"),
          Cue.of(
              Family.RULES,
              "必ず|常に|いつも|べき|なければ(?:なら|いけ)|する必要|しか(?:使|で)|今後は|うちでは|場合は|ときは|てから|すべて|全て|毎回|のみ|までは|この(?:リポジトリ|プロジェクト)では|ルール|してください[。]?$|に限り"),
          Cue.of(Family.CONTRASTS, "代わりに|じゃなくて|ではなくて?|の方を|より.{1,10}を使"),
          Cue.of(Family.RENEWS, "もう使|なくなり|変わりました|変更になり|今後は|廃止"),
          Cue.of(Family.FAILURE, "動かない|動きません|まだ(?:失敗|エラー|直って)|失敗(?:し|する)|エラー(?:に|が)|足りな|壊れ|遅すぎ"),
          Cue.of(Family.CHALLENGES, "^(?:なぜ|どうして|なんで|本当に)|本当に(?:必要|正しい)"),
          Cue.of(Family.MARVELS, "^(?:あれ|え[?っ]|うーん|おや)|おかしい|変(?:だ|です)"),
          Cue.of(Family.NO_OBJECTION, "大丈夫|問題(?:ない|ありません)|結構です|気にしないで|急(?:が|ぎ)(?:ない|ません)"),
          Cue.of(Family.OWN_SLIP, "私の(?:ミス|間違)|言い間違|書き間違|打ち間違|すみません、(?:私|間違)"),
          Cue.of(Family.THANKS, "ありがとう|助かり|完璧|素晴らしい|いいですね|お疲れ"),
          Cue.of(Family.ABOUT_ME, "私(?:の名前)?は.{1,12}(?:と申|といい|好き|です)|好みです"),
          Cue.of(Family.GOES_AHEAD, "^(?:はい|うん|ええ|了解|オーケー|ok|お願いします|そうですね)(?=[、。!! ]|$)"),
          Cue.of(
              Family.REQUESTS,
              "(?:くれますか|もらえますか|いただけますか|お願い(?:します)?)[。??]?$|^(?:次に|あと|それと|では)|ますか[??]?$"));

  private JapaneseCues() {}
}
