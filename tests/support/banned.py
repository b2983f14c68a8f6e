"""What no paper ever says, whatever a shop answered."""

BANNED = ("进入即视为同意", "填写即同意全部", "最终解释权", "泄露概不负责", "符合令第25号", "已通过审计")
UNFILLED = ("None", "{{", "}}", "{%", "Undefined")
"""What would be left where a template was filled badly."""
