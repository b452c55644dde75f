"""Composite alarms: rules over the states of others, seen as soon as one of them changes, and suppressors of their actions."""

from rollingdeploy import Speaking, assert_equal, at, expect_error

TOPIC = "arn:aws:sns:us-east-1:123456789012:on-call"
CREATED = "{} was created and its alarm rule evaluates to {}"


class Composites(Speaking):
    """A world with the alarms a, b and c, all OK."""

    def __init__(self, protocol):
        super().__init__(protocol)
        for name in "abc":
            self.alarm(name)

    def put(self, rule, name="both", **more):
        self.cloudwatch.put_composite_alarm(AlarmName=name, AlarmRule=rule, **more)

    def put_state(self, name, state):
        self.cloudwatch.set_alarm_state(AlarmName=name, StateValue=state, StateReason=f"now {state}")

    def shown(self, name="both"):
        return self.cloudwatch.describe_alarms(AlarmNames=[name], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"][0]

    def actions(self, name="both"):
        """What it did, oldest first: when, and what."""
        items = self.cloudwatch.describe_alarm_history(
            AlarmName=name, AlarmTypes=["CompositeAlarm"], HistoryItemType="Action", ScanBy="TimestampAscending")["AlarmHistoryItems"]
        return [(item["Timestamp"], item["HistorySummary"]) for item in items]


def test_the_life_of_a_composite_alarm(protocol):
    """Put, described with every member, set off by a child, put again, deleted."""
    world = Composites(protocol)
    settings = {
        "ActionsEnabled": False, "AlarmActions": [TOPIC], "OKActions": [TOPIC], "InsufficientDataActions": [TOPIC],
        "AlarmDescription": "a & b", "AlarmRule": 'ALARM(a) AND ALARM("b")', "ActionsSuppressor": "c",
        "ActionsSuppressorWaitPeriod": 60, "ActionsSuppressorExtensionPeriod": 120}
    world.cloudwatch.put_composite_alarm(AlarmName="both", **settings)

    arn = world.alarm_arn("both")
    states = '{"triggeringAlarms":[' + ",".join(
        f'{{"arn":"{world.alarm_arn(name)}","state":{{"value":"OK","timestamp":"2030-01-01T00:00:00.000+0000"}}}}' for name in "ab") + "]}"
    assert_equal(world.shown(), {
        **settings, "AlarmName": "both", "AlarmArn": arn, "AlarmConfigurationUpdatedTimestamp": at(0), "StateValue": "OK",
        "StateReason": CREATED.format(arn, "OK"), "StateReasonData": states, "StateUpdatedTimestamp": at(0),
        "StateTransitionedTimestamp": at(0)})

    world.advance(1)
    world.put_state("a", "ALARM")
    assert_equal((world.shown()["StateValue"], world.shown()["StateUpdatedTimestamp"], world.shown()["StateTransitionedTimestamp"]),
                 ("OK", at(1), at(0)))
    world.put_state("b", "ALARM")
    shown = world.shown()
    assert_equal((shown["StateValue"], shown["StateReason"]),
                 ("ALARM", f"{world.alarm_arn('b')} transitioned to ALARM at Tuesday 01 January, 2030 00:00:01 UTC"))

    world.put("OK(a)")
    shown = world.shown()
    assert_equal((shown["StateValue"], shown["ActionsEnabled"], shown["AlarmActions"]), ("OK", True, []))
    assert "AlarmDescription" not in shown and "ActionsSuppressor" not in shown, shown
    world.cloudwatch.delete_alarms(AlarmNames=["both"])
    assert_equal(world.cloudwatch.describe_alarms(AlarmTypes=["CompositeAlarm"])["CompositeAlarms"], [])


def test_rules(protocol):
    """The whole language: a and b are in ALARM, c has no data, and one alarm has a name that must be quoted."""
    world = Composites(protocol)
    quoted = 'd (new) "x" \\ y'
    world.alarm(quoted)
    for name, state in {"a": "ALARM", "b": "ALARM", "c": "INSUFFICIENT_DATA"}.items():
        world.put_state(name, state)
    written = quoted.replace("\\", "\\\\").replace('"', '\\"')
    true = [
        "TRUE", "NOT FALSE", "NOT NOT TRUE", "ALARM(a)", "INSUFFICIENT_DATA(c)", f'OK("{written}")', f'ALARM({world.alarm_arn("a")})',
        f'ALARM("{world.alarm_arn("a")}")', "ALARM(a) OR ALARM(c) AND FALSE", "NOT ALARM(a) AND FALSE OR TRUE", "NOT (ALARM(a) AND OK(b))",
        "( ALARM( a )\n AND\tALARM(b) )", "AT_LEAST(2, ALARM, (a, b, c))", "AT_LEAST(50%, ALARM, (a, b, c))",
        "AT_LEAST(1, NOT ALARM, (a, c))", "AT_LEAST(100%, NOT OK, (a,b,c)) AND ALARM(a)"]
    false = ["FALSE", "OK(a)", "ALARM(c)", "(TRUE OR TRUE) AND FALSE", "AT_LEAST(3, ALARM, (a, b, c))", "AT_LEAST(67%, ALARM, (a, b, c))"]

    for rule in true + false:
        world.put(rule)
        assert_equal((rule, world.shown()["StateValue"]), (rule, "ALARM" if rule in true else "OK"))
        assert_equal(world.shown()["AlarmRule"], rule)


def test_nesting_shows_no_state_in_passing(protocol):
    """A change goes up through all levels at its own instant, each alarm evaluated once, on what is below it."""
    world = Composites(protocol)
    world.put("ALARM(a)", "low")
    world.put("ALARM(low)", "middle")
    world.put("ALARM(middle) AND OK(low)", "never")
    world.advance(90)
    world.put_state("a", "ALARM")

    assert_equal([world.shown(name)["StateValue"] for name in ("low", "middle", "never")], ["ALARM", "ALARM", "OK"])
    assert_equal(world.shown("middle")["StateReason"],
                 f"{world.alarm_arn('low')} transitioned to ALARM at Tuesday 01 January, 2030 00:01:30 UTC")
    updates = world.cloudwatch.describe_alarm_history(
        AlarmTypes=["CompositeAlarm"], HistoryItemType="StateUpdate", StartDate=at(1))["AlarmHistoryItems"]
    assert_equal([item["AlarmName"] for item in updates], ["middle", "low"])


def test_a_state_set_by_hand_stays(protocol):
    """Until a child changes its state: time alone does nothing, unlike with a metric alarm."""
    world = Composites(protocol)
    world.put("ALARM(a)")
    world.put_state("both", "ALARM")
    world.advance(600)
    assert_equal((world.shown()["StateValue"], world.shown()["StateReason"]), ("ALARM", "now ALARM"))

    world.put_state("a", "INSUFFICIENT_DATA")
    assert_equal(world.shown()["StateValue"], "OK")


def test_actions_of_transitions(protocol):
    """Each time the state changes, and not while it lasts; none while actions are not allowed."""
    world = Composites(protocol)
    world.put("ALARM(a) OR ALARM(b)", AlarmActions=[TOPIC], OKActions=[TOPIC + "-ok"])
    for seconds, name, state in ((10, "a", "ALARM"), (1, "b", "ALARM"), (1, "a", "OK"), (1, "b", "OK")):
        world.advance(seconds)
        world.put_state(name, state)
    world.cloudwatch.disable_alarm_actions(AlarmNames=["both"])
    world.put_state("a", "ALARM")

    summary = f"Successfully executed action {TOPIC}"
    assert_equal(world.actions()[1:], [(at(10), summary), (at(13), summary + "-ok")])


def test_a_suppressor_that_comes_in_time(protocol):
    """Actions wait, are kept back while the suppressor is in ALARM and for the extension after, and then are carried out."""
    world = Composites(protocol)
    world.put("ALARM(a)", AlarmActions=[TOPIC], ActionsSuppressor=world.alarm_arn("c"), ActionsSuppressorWaitPeriod=20,
              ActionsSuppressorExtensionPeriod=30)
    suppressed = []

    def note():
        shown = world.shown()
        suppressed.append((world.now, shown.get("ActionsSuppressedBy"), "ActionsSuppressedReason" in shown))

    note()
    world.put_state("a", "ALARM")
    note()
    world.advance(10)
    world.put_state("c", "ALARM")
    note()
    world.advance(10)
    world.put_state("c", "OK")
    note()
    world.advance(29)
    note()
    assert_equal(world.actions(), [])
    world.advance(1)
    note()

    assert_equal(suppressed, [
        (0, None, False), (0, "WaitPeriod", True), (10, "Alarm", True), (20, "ExtensionPeriod", True), (49, "ExtensionPeriod", True),
        (50, None, False)])
    assert_equal(world.actions(), [(at(50), f"Successfully executed action {TOPIC}")])


def test_a_suppressor_that_does_not_come(protocol):
    """The wait is over and the actions are carried out; the state never waited."""
    world = Composites(protocol)
    world.put("ALARM(a)", AlarmActions=[TOPIC], ActionsSuppressor="c", ActionsSuppressorWaitPeriod=20,
              ActionsSuppressorExtensionPeriod=0)
    world.put_state("a", "ALARM")
    assert_equal(world.shown()["StateValue"], "ALARM")

    world.advance(20)

    assert_equal(world.actions(), [(at(20), f"Successfully executed action {TOPIC}")])


def test_a_cycle_is_not_evaluated(protocol):
    """It can come about by putting again; what is in it cannot be deleted until one rule says FALSE."""
    world = Composites(protocol)
    world.put("ALARM(a)", "one")
    world.put("ALARM(one)", "two")
    world.put("ALARM(two) OR ALARM(a)", "one")

    world.put_state("a", "ALARM")
    assert_equal([world.shown(name)["StateValue"] for name in ("one", "two")], ["OK", "OK"])
    expect_error("ValidationError", "Cannot delete one as there are composite alarm(s) depending on it.",
                 lambda: world.cloudwatch.delete_alarms(AlarmNames=["one"]))

    world.put("FALSE", "two")
    assert_equal(world.shown("two")["StateValue"], "OK")
    world.cloudwatch.delete_alarms(AlarmNames=["one"])
    world.cloudwatch.delete_alarms(AlarmNames=["two"])
