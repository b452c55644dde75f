"""Rules that do not parse, each with the character at which that shows, and what else a composite alarm may not be."""

from alarm_refusals import AT_LEAST, AT_MOST, NOT_NULL, invalid, listed
from composite import TOPIC, Composites
from rollingdeploy import detected

OPERAND = "'(', 'NOT', AT_LEAST, TRUE or FALSE, ALARM, OK, or INSUFFICIENT_DATA"
JOINED = "'AND' or 'OR'"
NUMBER = "a number from 1 to the number of alarms, or a percentage from 1% to 100%"


def unsupported(token, char, expected):
    return f"Error in AlarmRule [Unsupported token '{token}' at char {char}, must be: {expected}]"


def test_rules_that_do_not_parse(protocol):
    """The token that does not fit, where it is, and what could have been there."""
    world = Composites(protocol)
    oldest = "ALARM(TargetTracking-table/live-alarm) OR ALARM(Messages-in-queue Oldest Message) OR FALSE"
    rows = {
        "()": unsupported(")", 1, OPERAND),
        "Alarm(a)": unsupported("Alarm", 0, OPERAND),
        "true": unsupported("true", 0, OPERAND),
        "ALARM(a) and ALARM(b)": unsupported("and", 9, JOINED),
        "ALARM(a) ALARM(b)": unsupported("ALARM", 9, JOINED),
        "ALARM(a)) OR FALSE": unsupported(")", 8, JOINED),
        "ALARM(a) AND OR TRUE": unsupported("OR", 13, OPERAND),
        "(ALARM(a) OR ALARM(b) x": unsupported("x", 22, "'AND', 'OR' or ')'"),
        oldest: unsupported("Oldest", oldest.index("Oldest"), "')'"),
        "ALARM a": unsupported("a", 6, "'('"),
        "ALARM()": unsupported(")", 6, "an alarm name or ARN"),
        'ALARM("")': unsupported('""', 6, "an alarm name or ARN"),
        'ALARM("a)': unsupported('"a)', 6, "'\"'"),
        "AT_LEAST(0, ALARM, (a))": unsupported("0", 9, NUMBER),
        "AT_LEAST(2, ALARM, (a))": unsupported("2", 9, NUMBER),
        "AT_LEAST(101%, ALARM, (a, b))": unsupported("101%", 9, NUMBER),
        "AT_LEAST(1, BAD, (a))": unsupported("BAD", 12, "'NOT', ALARM, OK, or INSUFFICIENT_DATA"),
        "AT_LEAST(1, ALARM, a)": unsupported("a", 19, "'('")}
    world.refuses_each("put_composite_alarm", {"AlarmName": "x"}, *invalid(
        *((message, {"AlarmRule": rule}) for rule, message in rows.items())))


def test_rules_that_end_too_early(protocol):
    """The end of the rule is where it would have gone on."""
    world = Composites(protocol)
    for rule, expected in {"ALARM(a) AND": OPERAND, "NOT": OPERAND, "ALARM(a": "')'", "ALARM": "'('"}.items():
        world.refuses_each("put_composite_alarm", {"AlarmName": "x"}, *invalid(
            (unsupported("<EOF>", len(rule), expected), {"AlarmRule": rule})))


def test_limits_of_a_rule(protocol):
    """White space around it, too many alarms, too many elements, too long."""
    world = Composites(protocol)
    blank = "AlarmRule must not contain leading or trailing whitespace or be null"
    alarms = " OR ".join(f"ALARM(n{number})" for number in range(101))
    elements = " OR ".join(["TRUE"] * 501)
    world.refuses_each("put_composite_alarm", {"AlarmName": "x"}, *invalid(
        (blank, {"AlarmRule": " TRUE"}),
        (blank, {"AlarmRule": "TRUE\n"}),
        ("Error in AlarmRule [Number of alarms must be at most 100]", {"AlarmRule": alarms}),
        ("Error in AlarmRule [Number of elements must be at most 500]", {"AlarmRule": elements}),
        (detected((f"'{'x' * 2048}...'", "alarmRule", AT_MOST.format(10240))), {"AlarmRule": "x" * 10241}),
        (detected(("''", "alarmRule", AT_LEAST.format(1))), {"AlarmRule": ""}),
        (detected(("null", "alarmRule", NOT_NULL)), {}),
        (detected(("null", "alarmName", NOT_NULL)), {"AlarmName": None, "AlarmRule": "TRUE"}),
        ("AlarmName must not contain ASCII Control characters", {"AlarmName": "a\nb", "AlarmRule": "TRUE"})))


def test_children(protocol):
    """All of them exist here, and none is the alarm itself."""
    world = Composites(protocol)
    there = "Could not save the composite alarm as alarms [{}] in the alarm rule do not exist"
    elsewhere = f"arn:aws:cloudwatch:eu-west-1:{world.account}:alarm:a"
    itself = "A composite alarm cannot have a child relation with itself via its AlarmRule"
    world.put("TRUE", "present")
    world.refuses_each("put_composite_alarm", {"AlarmName": "x"}, *invalid(
        (there.format("n1, n 2"), {"AlarmRule": 'ALARM(n1) OR ALARM(a) OR OK("n 2") OR OK(n1)'}),
        (there.format(elsewhere), {"AlarmRule": f"ALARM({elsewhere})"}),
        (itself, {"AlarmRule": "ALARM(x)"}),
        (itself, {"AlarmName": "present", "AlarmRule": f"ALARM({world.alarm_arn('present')})"})))


def test_suppressors(protocol):
    """A suppressor has both periods, and periods have a suppressor; it exists, here."""
    world = Composites(protocol)
    wait, extension = {"ActionsSuppressorWaitPeriod": 10}, {"ActionsSuppressorExtensionPeriod": 10}
    elsewhere = f"arn:aws:cloudwatch:eu-west-1:{world.account}:alarm:a"
    world.refuses_each("put_composite_alarm", {"AlarmName": "x", "AlarmRule": "TRUE"}, *invalid(
        ("ActionsSuppressorWaitPeriod must not be null", {"ActionsSuppressor": "a", **extension}),
        ("ActionsSuppressorExtensionPeriod must not be null", {"ActionsSuppressor": "a", **wait}),
        ("ActionsSuppressorWaitPeriod requires an ActionSuppressor", {**wait, **extension}),
        ("ActionsSuppressorExtensionPeriod requires an ActionSuppressor", extension),
        ("ActionsSuppressor must be a valid CloudWatch Alarm ARN or an Alarm name",
         {"ActionsSuppressor": elsewhere, **wait, **extension}),
        ("Could not save the composite alarm as the ActionsSuppressor alarm [none-such] does not exist",
         {"ActionsSuppressor": "none-such", **wait, **extension}),
        (detected(("''", "actionsSuppressor", AT_LEAST.format(1))), {"ActionsSuppressor": "", **wait, **extension})))


def test_actions(protocol):
    """Nothing that scales or stops machines."""
    world = Composites(protocol)
    world.refuses_each("put_composite_alarm", {"AlarmName": "x", "AlarmRule": "TRUE"}, *invalid(
        ("Unsupported AWS vendor autoscaling", {"AlarmActions": ["arn:aws:autoscaling:us-east-1:1:scalingPolicy:x"]}),
        ("Unsupported AWS vendor automate", {"OKActions": ["arn:aws:automate:us-east-1:ec2:stop"]}),
        (detected((listed(TOPIC, 6), "oKActions", AT_MOST.format(5))), {"OKActions": [TOPIC] * 6})))
