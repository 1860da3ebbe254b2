"""What a unit answers of the people it has taken on or placed: for a group of them, all alike, in words of its own.

Each question stands here once more as it is put of several people. Its keys are the facts that each of them has; the
heads of a group are counted by one of `HEADS`.
"""

from collections.abc import Mapping

from calc.facts.catalogue import CATALOGUE

HEADS = ("workers_hired", "workers_placed", "workers_trained", "workers_trained_at_work")
"""The numbers of people who are of one group."""

OF_EACH: Mapping[str, str] = {
    "home": "{who}，户籍在哪里？",
    "is_registered_poor": "{who}都是建档立卡贫困劳动力吗？",
    "works_here": "{who}都在{place}就业吗？",
    "work_place": "{who}在哪里务工？",
    "job_start": "{who}从哪一天开始工作？",
    "still_employed": "到测算那天，{who}都还在这里工作吗？",
    "job_end": "{who}最后工作到哪一天？",
    "months_employed": "{who}已经连续稳定工作满几个月？",
    "is_first_job": "{who}都是初次就业吗？",
    "has_contract": "和{who}都签订劳动合同了吗？",
    "contract_months": "和{who}签的劳动合同，期限是几个月？",
    "contract_date": "和{who}是哪一天签的劳动合同？",
    "is_insured": "{who}都依法缴纳社会保险了吗？",
    "is_fully_insured": "{who}都依法缴纳各项社会保险了吗？",
    "insured_since": "{who}从哪一天起连续缴纳社会保险？",
    "still_insured": "到测算那天，{who}都还在缴纳社会保险吗？",
    "insured_months": "{who}在这家用人单位已经连续缴纳社会保险满几个月？",
    "contribution_months": "{who}在当地依法缴纳社会保险满几个月？",
    "job_contribution_months": "{who}在这家用人单位，已经依法缴纳社会保险满几个月？",
    "is_job_registered": "{who}都在当地公共就业人才服务机构办理就业失业登记了吗？",
    "first_came": "{who}第一次来{place}就业是哪一天？",
    "employer_ran_training": "{who}的培训，都是用人单位组织开展的吗？",
    "training_start": "{who}，培训哪一天开始？",
    "training_days": "{who}实际培训几天？",
    "is_work_as_training": "用人单位对{who}开展以工代训了吗？",
    "work_as_training_start": "{who}，以工代训哪一天开始？",
    "work_as_training_days": "{who}，以工代训开展了几天？",
    "training_mode": "{who}，培训是谁选定、谁购买的？",
    "is_training_task_done": "{who}，培训任务完成了吗？",
    "has_certificate": "{who}都取得相应证书了吗？",
    "has_qualification": "{who}都取得国家职业资格证书了吗？",
    "has_skill_level": "{who}都取得职业技能等级证书了吗？",
    "has_special_skill": "{who}都取得专项职业能力证书了吗？",
    "certificate_date": "{who}哪一天取得证书？",
    "skill_level": "{who}，证书是什么等级？",
    "placed_on": "哪一天组织{who}到现在的用人单位就业？",
}

WHERE_PLACED: Mapping[str, str] = {"is_enterprise": "{who}去的用人单位是企业吗？"}
"""What else is of each group for whoever places people with others: these may be several."""

HINTS: Mapping[str, str] = {
    **dict.fromkeys(HEADS, "情况一样的人合在一起数；各人情况不一样的，可以分批填。"),
    "is_registered_poor": "即各人家里都已登记为建档立卡贫困户。",
    "works_here": "指在发布政策的地区工作；曾在当地工作、现已离开的，也算。",
    "is_fully_insured": "养老、医疗、失业、工伤、生育保险都缴纳了，才算。",
    "has_certificate": "培训合格证书、职业资格证书、职业技能等级证书、专项职业能力证书等，有一种就算；"
    "哪一项补贴认哪几种，看那一项的说明。",
    "job_start": "从到这家单位上岗那天算起。各人不是同一天来的，分批填。",
    "employer_ran_training": "用人单位自己办、委托机构办的都算；政府购买的、自己报名的不算。两次培训分两次测算。",
    "first_came": "各人不是同一天来的，分批填。",
}
"""What else is told beside a question that a unit is asked, in place of what a worker is told."""


def check_questions() -> None:
    """Refuse words for a question that nobody asks."""
    if lost := {*HEADS, *OF_EACH, *WHERE_PLACED, *HINTS} - CATALOGUE.keys():
        raise ValueError(f"of each person is told what is not asked: {sorted(lost)}")


check_questions()
