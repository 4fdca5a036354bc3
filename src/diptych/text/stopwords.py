# SPDX-License-Identifier: MIT
"""Words too common to tell two passages apart, by language."""

from __future__ import annotations

_LISTS = {
    "en": """a about above after again all also am an and any are as
        at be because been before being below between both but by can could did do does doing
        down during each even few for from further had has have having he her here hers him
        himself his how i if in into is it its itself just like may me might more most much must
        my no nor not now of off on once only or other our ours out over own per same shall she
        should so some such than that the their theirs them then there these they this those
        through thus to too under unto up upon us very was we were what when where which while
        who whom whose why will with within without would yet you your yours said says""",
    "ru": """и в во не что он на я с со как а то все она так его но
        да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда
        даже ну ли если уже или ни быть был него до вас нибудь вам ведь там потом себя ей может
        они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе
        под будет кто этот того потому этого какой этом один почти мой тем чтобы нее были куда
        всех можно при об это также которые который которая""",
    "es": """a al algo ante antes como con contra cual cuando de del
        desde donde durante e el ella ellas ellos en entre era eran es esa ese eso esta estas
        este esto estos fue ha hay la las le les lo los mas más me mi muy no nos o otra otro
        para pero por porque que quien se ser si sin sobre son su sus también te tiene todo tu
        un una uno y ya yo""",
    "fr": """à au aux avec ce ces cette comme d dans de des du elle
        elles en est et eu il ils je l la le les leur leurs lui mais me même mes n ne nos nous
        on ont ou par pas plus pour qu que qui s sa sans se ses si son sont sur ta te tu un une
        vous y été être était""",
    "de": """aber als am an auch auf aus bei bin bis da das dass dem
        den der des die dies diese dieser doch du durch ein eine einem einen einer eines er es
        für hat hatte ich ihm ihn ihr ihre im in ist ja kann man mit nach nicht noch nur ob oder
        sein seine sich sie sind so um und uns von vor war was wenn wer werden wie wir wird
        wurde zu zum zur über""",
    "it": """a ad al alla alle anche che chi ci come con da dal dalla
        dei del della delle di e ed è gli ha hanno i il in io la le lo loro ma mi nel nella non
        o per più quando questa questo se si sono su sua sul suo tra un una uno""",
    "pt": """a à ao aos as às com como da das de do dos e é ela ele
        eles em entre era essa esse esta este foi há isso já lhe mais mas me na não nas no nos o
        os ou para pela pelo por qual quando que quem se sem ser seu sua são também tem um uma""",
    "nl": """aan als bij dan dat de der deze die dit door een en er
        had heeft het hij hun ik in is je kan maar me met mijn na naar niet nog nu of om onder
        ons ook op over te tot uit van voor was wat we wel werd wie wordt ze zich zijn zo zou""",
    "zh": """的 了 是 在 和 也 就 都 而 及 与 着 或 一 个 上 下 中 这 那 有 我 你 他 她 它
        们 不 之 以 为 于 对 并 被 把 从 到 说""",
}

STOP_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
