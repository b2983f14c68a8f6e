"""The words for roles in lists of staff, alone and glued to names, and the surnames beside them."""

from functools import cache

from merchant_guard.exchange.heading_words import bare


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ROLE_WORDS: tuple[tuple[str, str], ...] = (
    ("owner", "店主 老板 老板娘 法人 法定代表人 经营者 创始人 owner boss proprietor"),
    (
        "manager",
        "店长 副店长 经理 主管 站长 网点负责人 负责人 总监 校长 园长 管理员 manager supervisor "
        "store_manager director",
    ),
    (
        "customer_service",
        "客服 客服员 在线客服 电话客服 售后 售前 售后客服 售前客服 客户服务 话务 话务员 接线员 "
        "customer_service customer_support support service_agent after-sales",
    ),
    (
        "packing",
        "打包 打包员 打包工 包装 包装工 包装员 仓管 仓管员 仓库 仓库管理员 仓库管理 库管 库管员 仓储 "
        "分拣 分拣员 分拣工 理货 理货员 拣货 拣货员 配货 配货员 发货 发货员 打单 打单员 操作员 装卸 "
        "装卸工 扫描员 质检 packing packer warehouse sorter sorting picker stock_keeper",
    ),
    (
        "courier",
        "快递 快递员 快递小哥 骑手 派件 派件员 派送 派送员 派单员 收件 收件员 收派 收派员 收派件员 "
        "业务员 小件员 小哥 配送 配送员 送货 送货员 送件 送件员 外卖员 外卖 揽收 揽收员 揽件 揽件员 "
        "揽投员 投递员 跑腿 courier rider delivery deliveryman delivery_driver",
    ),
    (
        "front_desk",
        "前台 前台接待 收银 收银员 接待 接待员 导购 导购员 店员 营业员 服务员 迎宾 front_desk "
        "reception receptionist cashier shop_assistant waiter waitress",
    ),
    ("teacher", "老师 教师 教练 讲师 助教 班主任 私教 导师 teacher coach trainer instructor tutor"),
    (
        "other",
        "财务 会计 出纳 行政 人事 文员 美工 运营 主播 保洁 保洁员 保安 司机 厨师 厨工 后厨 美容师 "
        "理发师 发型师 美发师 技师 按摩师 摄影师 化妆师 美甲师 学徒 助理 店助 采购 采购员 维修 维修工 "
        "剪辑 中控 普工 accountant cleaner cook chef driver hairdresser designer assistant",
    ),
)
_NEVER_GLUED = _words("快递 外卖 仓库 发货 收件 接待 导师 小哥 行政 运营 采购 维修 中控 财务 法人")
"""Words that stand in other words as well, so that a name is not looked for beside them."""

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔"
    "贺赖龚文欧阳司徒上官诸葛覃庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁伍韦申尤毕聂丛焦向柳邢路岳齐梅莫"
    "庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童甄项曲成游裴席卫查屈鲍位霍翁隋植甘景薄单包柏宁柯阮桂"
    "闵解强柴华车冉房边"
)


def role_of(words: str) -> str | None:
    """Return the id of the role that plain words speak of, None where they name none.

    In Chinese what counts comes last: 快递客服 is customer service.
    """
    word = bare(words)
    if word in _roles():
        return _roles()[word]
    if word.isascii():
        return next((_roles()[one] for one in reversed(word.split("_")) if one in _roles()), None)
    found = [one for one in _roles() if not one.isascii() and one in word]
    if not found:
        return None
    return _roles()[max(found, key=lambda one: (word.rfind(one) + len(one), len(one)))]


def role_ids() -> frozenset[str]:
    """Return the ids that `role_of` gives, which are ids of the content's roles."""
    return frozenset(role for role, _ in _ROLE_WORDS)


def is_role(words: str) -> bool:
    """Whether plain words are the name of a role and nothing else."""
    return bare(words) in _roles()


def split_role(token: str) -> tuple[str, str] | None:
    """Return name and role of words glued together, as 客服小李 or 张三打包; None where they are not."""
    for role in _glued_roles():
        if token.endswith(role) and len(token) > len(role):
            before = token[: -len(role)]
            # Who is called 张老师 is called so; 李四老师 is 李四.
            return (token if len(before) == 1 else before), role
        if token.startswith(role) and len(token) > len(role) + 1:
            return token[len(role) :], role
    return None


def has_surname(name: str) -> bool:
    """Whether a name begins with a common surname, or as people are called: 小李, 阿强."""
    return name[:1] in _SURNAMES or (len(name) > 1 and name[0] in "小老阿" and not name.startswith("老师"))


@cache
def _roles() -> dict[str, str]:
    """Every word for a role → the role's id."""
    return {word: role for role, words in _ROLE_WORDS for word in words.split()}


@cache
def _glued_roles() -> tuple[str, ...]:
    """Chinese words for roles that are written together with names, the longest first."""
    words = (word for word in _roles() if not word.isascii() and word not in _NEVER_GLUED)
    return tuple(sorted(words, key=len, reverse=True))
