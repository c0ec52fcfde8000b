"""What committees of the demo look like: rooms, hours, qualifications, studios."""

ROOMS = (
    ("{here}党群服务中心院内", "一楼调解室"),
    ("{here}便民服务大厅", "102 室"),
    ("{here}综治中心", "二楼调解室"),
    ("{here}司法服务站", ""),
)
HOURS = ("工作日 8:30—12:00，14:30—17:30", "工作日 9:00—12:00，14:30—17:30；周六 9:00—12:00")
KINDS = ([], [], ["neighbour", "family"], ["property", "neighbour"], ["family"], ["labour", "consumer"], ["neighbour", "general"])
QUALIFICATIONS = {
    "": ("", "二级人民调解员", "三级人民调解员", "基层法律服务工作者", "社会工作师"),
    "medical": ("执业医师", "法律职业资格", "执业药师"),
    "labour": ("劳动关系协调师", "法律职业资格"),
    "traffic": ("法律职业资格", "保险公估人"),
    "consumer": ("二级人民调解员", "法律职业资格"),
    "family": ("心理咨询师", "婚姻家庭咨询师"),
    "property": ("物业管理师", "二级人民调解员"),
}
STUDIOS = (("{leader}个人调解工作室", ["neighbour", "family"]), ("{leader}物业纠纷调解工作室", ["property"]))
