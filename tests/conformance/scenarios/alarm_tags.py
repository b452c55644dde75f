"""Tags of alarms, metric and composite, by their ARNs."""

from alarm_refusals import AT_LEAST, AT_MOST, NOT_NULL, invalid
from rollingdeploy import Speaking, assert_equal, detected


class Tagged(Speaking):
    """A world with a metric alarm m and a composite alarm c."""

    def __init__(self, protocol):
        super().__init__(protocol)
        self.alarm("m", Tags=tags(team="a", stage="prod"))
        self.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="ALARM(m)", Tags=tags(team="b"))

    def tags_of(self, name):
        listed = self.cloudwatch.list_tags_for_resource(ResourceARN=self.alarm_arn(name))["Tags"]
        return {tag["Key"]: tag["Value"] for tag in listed}


def tags(**values):
    return [{"Key": key, "Value": value} for key, value in values.items()]


def test_tags_of_creation(protocol):
    """Both types take them with their first request."""
    world = Tagged(protocol)
    assert_equal((world.tags_of("m"), world.tags_of("c")), ({"team": "a", "stage": "prod"}, {"team": "b"}))


def test_tagging(protocol):
    """Adds and overwrites; untagging takes away, and passes over what is not there. An empty value is a value."""
    world = Tagged(protocol)
    for name in ("m", "c"):
        arn = world.alarm_arn(name)
        world.cloudwatch.tag_resource(ResourceARN=arn, Tags=tags(team="z", empty="", odd="<&> \u00fc"))
        assert_equal(world.tags_of(name), {**({"stage": "prod"} if name == "m" else {}), "team": "z", "empty": "", "odd": "<&> \u00fc"})
        world.cloudwatch.untag_resource(ResourceARN=arn, TagKeys=["team", "odd", "none-such"])
        assert_equal(world.tags_of(name), {**({"stage": "prod"} if name == "m" else {}), "empty": ""})


def test_tags_of_what_is_gone(protocol):
    """A deleted alarm has none, and one that takes its name begins without; an alarm that never was has none either."""
    world = Tagged(protocol)
    world.cloudwatch.delete_alarms(AlarmNames=["c"])
    assert_equal((world.tags_of("c"), world.tags_of("none-such")), ({}, {}))
    world.cloudwatch.put_composite_alarm(AlarmName="c", AlarmRule="ALARM(m)")
    assert_equal(world.tags_of("c"), {})


def test_names_with_colons(protocol):
    """A name may look like an ARN's end."""
    world = Tagged(protocol)
    world.alarm("a:b/c d")
    world.cloudwatch.tag_resource(ResourceARN=world.alarm_arn("a:b/c d"), Tags=tags(k="v"))
    assert_equal(world.tags_of("a:b/c d"), {"k": "v"})


def test_refusals(protocol):
    """Alarms that are not there, ARNs of something else, and tags that are none."""
    world = Tagged(protocol)
    one, gone, wrong = tags(k="v"), world.alarm_arn("none-such"), "arn:aws:sns:us-east-1:123456789012:topic"
    absent = f"The alarm {gone} does not exist."
    invalid_arn = f"The value {wrong} for parameter ResourceARN is invalid: it must be the ARN of an alarm."
    for operation, members in (("tag_resource", {"Tags": one}), ("untag_resource", {"TagKeys": ["k"]})):
        call = getattr(world.cloudwatch, operation)
        world.refuses("ResourceNotFoundException", absent, lambda: call(ResourceARN=gone, **members), 404)
        world.refuses("InvalidParameterValue", invalid_arn, lambda: call(ResourceARN=wrong, **members))
    world.refuses("InvalidParameterValue", invalid_arn, lambda: world.cloudwatch.list_tags_for_resource(ResourceARN=wrong))

    base = {"ResourceARN": world.alarm_arn("m"), "Tags": one}
    world.refuses_each("tag_resource", base, *invalid(
        (detected(("null", "resourceARN", NOT_NULL), ("null", "tags", NOT_NULL)), {"ResourceARN": None, "Tags": None}),
        (detected(("null", "tags.1.member.value", NOT_NULL)), {"Tags": [{"Key": "k"}]}),
        (detected(("''", "tags.1.member.key", AT_LEAST.format(1))), {"Tags": [{"Key": "", "Value": "v"}]}),
        (detected((f"'{'v' * 257}'", "tags.1.member.value", AT_MOST.format(256))), {"Tags": tags(k="v" * 257)})))
    world.refuses_each("untag_resource", {}, *invalid(
        (detected(("null", "resourceARN", NOT_NULL), ("null", "tagKeys", NOT_NULL)), {})))
    world.refuses_each("list_tags_for_resource", {}, *invalid((detected(("null", "resourceARN", NOT_NULL)), {})))


def test_fifty_tags_are_the_most(protocol):
    """With those that are there already; putting an alarm refuses more just the same, and makes none."""
    world = Tagged(protocol)
    many = tags(**{f"k{number}": "v" for number in range(51)})
    world.cloudwatch.tag_resource(ResourceARN=world.alarm_arn("m"), Tags=many[:48])
    too_many = "Too many tags: a resource can have at most 50."
    world.refuses_each("tag_resource", {"ResourceARN": world.alarm_arn("m")}, *invalid((too_many, {"Tags": many[48:49]})))
    world.refuses("ValidationError", too_many, lambda: world.alarm("n", Tags=many))
    world.cloudwatch.tag_resource(ResourceARN=world.alarm_arn("m"), Tags=many[:48])
