"""What each call may do in each EndpointStatus that can be reached: AWS's table, row by row."""

from rollingdeploy import World, assert_equal, count, guarded, rolling


def created(world, name="e"):
    return lambda: world.sagemaker.create_endpoint(EndpointName=name, EndpointConfigName="old")


def deleted(world):
    return lambda: world.sagemaker.delete_endpoint(EndpointName="e")


def configured():
    world = World()
    world.model()
    world.config("old")
    world.config("new")
    return world


def refuses_all(world, message, *more):
    """UpdateEndpoint, UpdateEndpointWeightsAndCapacities and what else is given; and the name is taken."""
    for call in (world.update, lambda: world.scale(blue=1), *more):
        world.refuses("ValidationException", message, call)
    world.refuses("ValidationException", f'Cannot create already existing endpoint "{world.arn("endpoint", "e")}".', created(world))


def in_progress(world, status):
    assert_equal(world.describe()["EndpointStatus"], status)
    refuses_all(world, f'Cannot update in-progress endpoint "{world.arn("endpoint", "e")}".', deleted(world))


def test_creating():
    world = configured()
    created(world)()
    in_progress(world, "Creating")


def test_in_service():
    world = World().endpoint()

    world.refuses("ValidationException", f'Cannot create already existing endpoint "{world.arn("endpoint", "e")}".', created(world, "E"))
    for change in (world.update, lambda: world.update(config="new"), lambda: world.scale(blue=1), deleted(world)):
        change()
        while world.next_event():
            pass
    assert_equal(world.sagemaker.list_endpoints()["Endpoints"], [])


def test_updating():
    """By a deployment, while that rolls back, and by scaling."""
    world = World().endpoint()
    world.alarm()
    world.update(guarded(rolling(count(1)), "errors"))
    in_progress(world, "Updating")
    world.advance(100)
    world.trip()
    world.next_event()
    in_progress(world, "Updating")
    world.until()
    world.scale(blue=5)
    in_progress(world, "Updating")


def test_rolling_back():
    """AWS's status for scaling that failed."""
    world = World().endpoint()
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "atInstance": 2, "times": 1})
    world.scale(blue=6)
    world.advance(5)
    in_progress(world, "RollingBack")


def test_deleting():
    world = World().endpoint()
    deleted(world)()
    in_progress(world, "Deleting")
    world.advance(5)
    gone = f'Could not find endpoint "{world.arn("endpoint", "e")}".'
    for call in (world.describe, world.update, lambda: world.scale(blue=1), deleted(world)):
        world.refuses("ValidationException", gone, call)


def test_failed():
    world = configured()
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "times": 1})
    created(world)()
    world.until("Failed")

    refuses_all(world, f'Cannot update endpoint "{world.arn("endpoint", "e")}" with status Failed.')
    deleted(world)()


def test_update_rollback_failed():
    """An update or the deletion cures it, and scaling does not."""
    world = World().endpoint()
    world.alarm()
    world.post("/_rollingdeploy/faults", {"kind": "insufficientCapacity", "fleet": "old", "times": 1})
    world.update(guarded(rolling(count(1)), "errors"))
    world.advance(400)
    world.trip()
    world.until("UpdateRollbackFailed")

    world.refuses("ValidationException", f'Cannot update endpoint "{world.arn("endpoint", "e")}" with status UpdateRollbackFailed.',
                  lambda: world.scale(blue=1))
    world.refuses("ValidationException", f'Cannot create already existing endpoint "{world.arn("endpoint", "e")}".', created(world))
    world.update()
    in_progress(world, "Updating")
