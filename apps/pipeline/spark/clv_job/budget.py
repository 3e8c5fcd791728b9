def budget_of(flags, config):
    return config["budget"] if flags.budget is None else flags.budget


def limited_to(budget):
    """The engine's flags for it; none, where there is no limit."""
    return [] if budget is None else ["--budget", budget]
