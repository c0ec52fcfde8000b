"""办理记录查阅: auditors search what happened, see its chain proven, and take a proof away."""
