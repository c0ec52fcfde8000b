import { serve } from "{{ worker }}";

serve(JSON.parse("{{ facts|escapejs }}"));
