"""The words of lists of staff: what columns and labels are called, and what is nobody's name."""

from enum import StrEnum

from merchant_guard.exchange.listed_people import LeftOut


class Kept(StrEnum):
    """The columns that are read; `NUMBER` is the numbering of the rows, which is no information."""

    NAME = "name"
    ROLE = "role"
    JOINED = "joined"
    NUMBER = "number"


Column = Kept | LeftOut


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAMES = _set(
    "姓名 名字 员工姓名 人员姓名 成员姓名 姓名全称 真实姓名 快递员姓名 业务员姓名 小件员姓名 教师姓名 "
    "老师姓名 名称 称呼 昵称 name full_name employee_name staff_name"
)
_WEAK_NAMES = _set("员工 人员 成员 名单 人名 staff employee employees member person")
"""Headings of a column of names that may as well stand in a row."""
_ROLES = _set(
    "岗位 职位 职务 部门 工种 角色 职责 分工 岗位名称 职位名称 职务名称 工作岗位 岗位职务 岗位部门 "
    "部门岗位 担任职务 担任岗位 工作内容 role job position title job_title department post duty"
)
_JOINED = frozenset(
    f"{event}{day}"
    for event in ("入职", "到岗", "上班", "进店", "入店", "报到", "加入", "到职", "进公司", "来店")
    for day in ("", "日期", "时间", "日", "年月日", "年月", "的日期", "于", "日子")
) | _set("joined join start started joining_date join_date date_joined start_date hired hire_date")
_NUMBERS = _set("序号 序 编号 行号 no nr number")
_SOMEBODY_ELSE = ("紧急", "联系人", "家属", "配偶", "父", "母", "介绍", "推荐", "担保", "子女", "爱人")
_LEFT_OUT = tuple(
    (kind, word)
    for kind, words in (
        (LeftOut.IDENTITY_NUMBER, "身份证 证件 id_number id_card id_no idcard passport 护照"),
        (LeftOut.PHONE, "手机 电话 联系方式 联系号码 座机 phone mobile tel cell"),
        (LeftOut.EMAIL, "邮箱 邮件 email e-mail mail"),
        (LeftOut.BANK_CARD, "银行 卡号 账号 帐号 开户 工资卡 bank account card"),
        (LeftOut.ADDRESS, "地址 住址 户籍 籍贯 户口 居住 住处 现住 address"),
        (LeftOut.BIRTHDAY, "生日 出生 生辰 birth birthday born"),
        (
            LeftOut.WAGE,
            "工资 底薪 月薪 薪资 薪酬 年薪 时薪 日薪 提成 奖金 社保 公积金 补贴 wage salary pay",
        ),
        (LeftOut.CHAT_ACCOUNT, "微信 wechat weixin qq 抖音 支付宝 alipay 快手 小红书"),
        (
            LeftOut.OTHER,
            "性别 年龄 备注 学历 民族 状态 班次 片区 区域 网点 门店 签名 签字 工号 婚姻 政治面貌 "
            "健康证 合同 离职 试用 转正 用工 尺码 紧急 gender sex age note remark remarks",
        ),
    )
    for word in words.split()
)
_LONGEST_LABEL = 8
"""Characters of a Chinese label; longer words are sentences."""

_NOBODY = _set(
    "合计 总计 小计 共计 总数 总人数 人数 备注 说明 名单 花名册 接龙 群接龙 例 例如 示例 格式 填表 "
    "制表 审核 签字 通知 公告 收到 好的 谢谢 已阅 大家好 各位 请接龙 全职 兼职 实习 试用 试用期 正式 "
    "在职 离职 请假 休息 男 女 无 暂无 没有 待定 已填 未填 已入职 未入职 早班 晚班 白班 夜班 上午 下午 "
    "今天 明天 本人 同上 地址 先生 女士 total sum subtotal none n/a na yes no ok male female null nan "
    "true false http https www part_time full_time example note notes remark remarks thanks"
)
_NOBODY_STARTS = (
    *_set("合计 总计 小计 共计 备注 注: 说明 制表 填表 审核 例: 例如 示例 # 请 格式 注意 大家 各位"),
    *_set("如有 以上 以下 要求 截止"),
    "例 ",
)
_NOBODY_ENDS = tuple(_set("花名册 名单 登记表 信息表 统计表 接龙 通讯录 汇总 列表"))
_BODIES = ("公司", "通知", "公告")


def column_of(heading: str) -> Column | None:
    """Return what a plain heading or label stands for, None for one that is not known."""
    word = bare(heading)
    if word in _NAMES:
        return Kept.NAME
    if not any(other in word for other in _SOMEBODY_ELSE):
        for column, words in ((Kept.ROLE, _ROLES), (Kept.JOINED, _JOINED), (Kept.NUMBER, _NUMBERS)):
            if word in words:
                return column
    return _left_out(word)


def is_weak_name_heading(heading: str) -> bool:
    """Whether it may be the heading of a column of names, or a word within one."""
    return bare(heading) in _WEAK_NAMES


def label_of(token: str) -> Column | None:
    """Return what a word in a line announces: the next one is a name, a phone number, a wage …"""
    if any(char.isdigit() for char in token) or (len(token) > _LONGEST_LABEL and not token.isascii()):
        return None
    column = column_of(token)
    return None if column in (LeftOut.OTHER, Kept.NUMBER) else column


def announced_in(token: str) -> LeftOut | None:
    """Return what a word is that begins with its own label: `工资5000`, `微信abc`."""
    starts = ((kind, word) for kind, word in _LEFT_OUT if kind is not LeftOut.OTHER and not word.isascii())
    return next((kind for kind, word in starts if token.startswith(word) and len(token) > len(word)), None)


def is_nobody(words: str) -> bool:
    """Whether plain words are surely no name: totals, remarks, titles, headings."""
    word = bare(words)
    return (
        word in _NOBODY
        or words.startswith(_NOBODY_STARTS)
        or words.endswith(_NOBODY_ENDS)
        or (words.isalnum() and words.endswith(_BODIES))
        or word in _WEAK_NAMES
        or (len(words) <= _LONGEST_LABEL and " " not in words and column_of(words) is not None)
    )


def bare(words: str) -> str:
    """A heading without what is put around it: `*姓名（必填）` → 姓名, `Full name` → full_name."""
    inner = words.partition("(")[0] or words.strip("()")
    return inner.strip(" *:#.、,【】[]").replace("/", "").lower().replace(" ", "_" if inner.isascii() else "")


def _left_out(word: str) -> LeftOut | None:
    parts = frozenset(word.split("_"))
    for kind, one in _LEFT_OUT:
        # English words are short enough to stand in names.
        if one == word or (one in parts if one.isascii() else one in word):
            return kind
    return None
