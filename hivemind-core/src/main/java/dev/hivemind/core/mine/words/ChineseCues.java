package dev.hivemind.core.mine.words;

import java.util.List;

/**
 * Chinese, simplified and the commonest traditional forms. Each list is the wordings of one {@link
 * Family}, which says why it counts. There are no word boundaries, so single characters that are
 * part of many words are anchored or given their neighbours.
 */
final class ChineseCues {
  static final List<Cue> LIST =
      List.of(
          Cue.of(
              Family.REFUSES,
              "^(?:[哦啊呃嗯诶等,,。!! ]*)(?:不对|不是|不行|不要|错了|错|别|停|等等|不能|不應|不對|錯)|(?:搞错|弄错|搞錯|做错|不是这样|不是這樣|不是我要)"),
          Cue.of(Family.UNDOES, "撤销|撤回|回滚|还原|改回|恢复原样|復原|撤銷"),
          Cue.of(Family.FORBIDS, "不要|不许|不准|不得|禁止|别(?:再|用|拉|按|把|直接|去|动)|不能|不可以|不用再|不許|没法|绝不"),
          Cue.of(
              Family.RULES,
              "必须|应该|应当|一律|总是|每次|只能|只有.{1,20}才|要(?:先|用|单独|从|按|走|放|有|加|带)|以上|以下要|之前|的时候|时要|需(?:要|先|经)|须|先.{1,20}再|统一|默认|所有|凡是|每(?:个|笔|单)|全部|[^不还是没].要[^不是求么]|都要|得先|得用|我们(?:都|这边|跟|一般|规定|约定)|以后|起缴|否则|不然|必須|應該"),
          Cue.of(Family.CONTRASTS, "而不是|而是|改成|改用|换成|应该用|要用|不是.{1,15}[,,]\\s*(?:是|要)|用.{1,12}代替"),
          Cue.of(Family.RENEWS, "不再|已经改|改了|现在(?:改|都|用|一律)|从.{1,8}(?:起|开始)|以后(?:都|改)"),
          Cue.of(Family.FAILURE, "还是(?:不|没|报|有)|失败|报错|出错|没有?生效|不工作|跑不|缺(?:了|少)|丢了|太(?:慢|晚|早|长|短)"),
          Cue.of(Family.CHALLENGES, "^(?:为什么|怎么(?:会|又|还)|确定吗|你确定|為什麼)|是不是搞错|难道"),
          Cue.of(Family.MARVELS, "^(?:咦|嗯[??]|奇怪|怎么回事)|奇怪|不太对|对不上"),
          Cue.of(Family.NO_OBJECTION, "没关系|没问题|没事|不客气|不着急|不急|不用了|不用谢|沒關係|沒問題"),
          Cue.of(Family.OWN_SLIP, "我(?:说错|打错|写错|记错|弄错|搞错|看错)|我的错|我是说|口误|笔误"),
          Cue.of(Family.THANKS, "^(?:好的?|行|嗯|可以)?[,,。 ]*(?:谢谢|多谢|辛苦|太好了|很好|完美|不错|謝謝)|谢谢[。!! ]*$"),
          Cue.of(Family.ABOUT_ME, "我(?:叫|姓|喜欢|住|是新来|偏好|更喜欢|習慣|习惯)"),
          Cue.of(Family.GOES_AHEAD, "^(?:好|好的|行|可以|嗯|对|是的|没错|继续|ok)(?=[,,。!! ]|$)"),
          Cue.of(
              Family.REQUESTS,
              "^(?:请|麻烦|帮|给|再|然后|顺便|查|看下|看一下|把|跟|发|约|转|导出|跑|写|建|开)|(?:一下|吗|呢)[??。]?$"));

  private ChineseCues() {}
}
